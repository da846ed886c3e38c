// A slow writer pushes back: write() returns false, drain comes.
const { Writable } = require('stream');
const w = new Writable({ highWaterMark: 4, write(chunk, _, done) { console.log('write', chunk.toString()); setImmediate(done); } });
console.log(w.write('ab'), w.write('cd'), w.write('ef'));
w.on('drain', () => { console.log('drain'); w.end(); });
w.on('finish', () => console.log('finish'));
