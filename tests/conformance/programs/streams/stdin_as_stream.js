// process.stdin when it is empty: its events, iteration, and that it doesn't hold the process.
const stdin = process.stdin;
console.log(stdin.fd, stdin.isTTY, stdin.readable, stdin.readableFlowing, process.stdin === stdin);
stdin.setEncoding('utf8');
stdin.on('data', (x) => console.log('data', x)).on('end', () => console.log('end')).on('close', () => console.log('close'));
process.on('exit', () => console.log('exit', stdin.readableEnded, stdin.destroyed));
