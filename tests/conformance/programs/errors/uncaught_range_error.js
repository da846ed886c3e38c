// A stack that overflows, caught: a RangeError.
function down(n) { return down(n + 1) + 1; }
try { down(0); } catch (error) { console.log(error instanceof RangeError, error.message); }
try { new Array(-1); } catch (error) { console.log(error.name, error.message); }
try { (1.5).toFixed(101); } catch (error) { console.log(error.name, error.message); }
try { 'x'.repeat(-1); } catch (error) { console.log(error.name, error.message); }
