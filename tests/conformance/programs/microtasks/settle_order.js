// Reactions of one promise run in the order in which they were attached, of several in the order they settled.
let a, b;
const pa = new Promise((r) => { a = r; }), pb = new Promise((r) => { b = r; });
pa.then(() => console.log('a1'));
pb.then(() => console.log('b1'));
pa.then(() => console.log('a2'));
pb.then(() => console.log('b2'));
b(); a();
