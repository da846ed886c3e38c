// feedback
function make() { let a = []; return a; }
let a = make(); a.push(1.5); let b = make(); b.push(1.5); let c = make(); kind(c);
