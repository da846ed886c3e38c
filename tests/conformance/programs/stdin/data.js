// Standard input as a stream: pieces, their encoding, its end.
const { stdin } = process;
console.log(stdin.fd, stdin.isTTY, stdin.readable, stdin.readableFlowing, stdin.constructor.name, stdin === process.stdin);
stdin.setEncoding('utf8');
let text = '';
stdin.on('data', (piece) => { text += piece; console.log('data', typeof piece, piece.length); });
stdin.on('end', () => console.log('end', text.split('\n').length, JSON.stringify(text.slice(-10))));
stdin.on('close', () => console.log('close'));
stdin.on('pause', () => console.log('pause'));
setTimeout(() => console.log('timeout', stdin.readableEnded, stdin.destroyed, stdin.bytesRead), 20);
console.log(stdin.readableFlowing);
