// functions: caught noBinding finalized both returns throws loops rethrows pattern nestedTry
function caught(f) { try { return f(); } catch (e) { return e.message; } }
function noBinding(f) { try { f(); } catch { return 1; } return 2; }
function finalized(f) { try { f(); } finally { f.done = true; } }
function both(f) { try { f(); } catch (e) { f(e); } finally { f.x = 1; } return f; }
function returns(f) { try { return f(); } finally { f.y = 1; } }
function throws(x) { if (x) throw new Error('no ' + x); throw x; }
function loops(list) { for (let i = 0; i < 3; i++) { try { if (i === 1) continue; if (i === 2) break; list(); } finally { list.n = i; } } }
function rethrows(f) { try { f(); } catch (e) { if (e) throw e; } }
function pattern(f) { try { f(); } catch ({ message }) { return message; } }
function nestedTry(f) { try { try { f(); } catch (a) { f(a); } } catch (b) { return () => b; } }
const nop = () => {}; const bad = () => { throw new Error('x'); };
caught(nop); noBinding(nop); finalized(nop); both(nop); returns(nop); try { throws(0); } catch {} loops(nop); rethrows(nop); pattern(bad); nestedTry(nop);
