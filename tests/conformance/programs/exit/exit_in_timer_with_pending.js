// A timer exits while an interval is running.
let n = 0;
setInterval(() => console.log('interval', ++n), 20);
setTimeout(() => { console.log('leaving'); process.exit(); }, 50);
