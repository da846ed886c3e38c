// feedback
function make() { return [1, 2]; }
let a = make(); a.push(1.5); let b = make();
kind(a); kind(b);
b.push('x'); let c = make(); kind(c);
