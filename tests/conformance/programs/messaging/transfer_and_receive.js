// Ports and buffers move with a message; receiveMessageOnPort reads at once; broadcast channels hear each other.
const { MessageChannel, receiveMessageOnPort, BroadcastChannel, isMainThread, threadId } = require('worker_threads');
console.log(isMainThread, threadId);
const a = new MessageChannel();
const b = new MessageChannel();
const bytes = new Uint8Array([1, 2, 3]);
b.port1.postMessage('waits in the moved port');
a.port1.postMessage({ port: b.port2, bytes }, [b.port2, bytes.buffer]);
console.log(bytes.length, b.port2);
a.port1.postMessage('second');
console.log(receiveMessageOnPort(a.port2).message.bytes, receiveMessageOnPort(a.port2), receiveMessageOnPort(a.port2));
const c = new MessageChannel();
const d = new MessageChannel();
c.port2.once('message', ({ inner }) => {
  inner.on('message', (value) => { console.log('through the moved port:', value); inner.close(); });
});
d.port1.postMessage('queued');
c.port1.postMessage({ inner: d.port2 }, [d.port2]);
d.port1.on('close', () => console.log('the other end is gone'));
const one = new BroadcastChannel('news'), two = new BroadcastChannel('news'), other = new BroadcastChannel('else');
two.onmessage = (event) => { console.log('broadcast', event.data); one.close(); two.close(); other.close(); };
other.onmessage = () => console.log('not for me');
one.postMessage({ hello: 'all' });
console.log(two.name, two);
try { receiveMessageOnPort({}); } catch (e) { console.log(e.code, e.message); }
const cycle = {}; cycle.me = cycle;
const e = new MessageChannel(); e.port1.postMessage(cycle); const got = receiveMessageOnPort(e.port2).message; console.log(got, got.me === got);
