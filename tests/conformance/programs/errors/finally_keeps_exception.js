// An exception thrown in catch survives another one caught inside finally.
function f() { try { throw new Error('one'); } catch { throw new Error('two'); } finally { try { throw new Error('three'); } catch (e) { console.log('inside', e.message); } } }
try { f(); console.log('lost'); } catch (e) { console.log('outside', e.message); }
