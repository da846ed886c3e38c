// feedback
function make() { return [1, 2]; }
let a = make(); let b = make(); b.push(1.5); let c = make();
kind(a); kind(b); kind(c);
