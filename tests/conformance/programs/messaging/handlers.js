// onmessage and addEventListener get a MessageEvent; removing the listener lets the process end.
const { port1, port2 } = new MessageChannel();
port2.onmessage = (event) => {
  console.log(event.data, event.type, event.target === port2, event.ports, event.origin, event instanceof MessageEvent, String(event), event.constructor.name);
  if (event.data === 2) { port2.onmessage = null; console.log('nobody listens', port2.hasRef()); }
};
port2.addEventListener('message', (event) => console.log('second listener', event.data), { once: true });
port1.postMessage(1);
port1.postMessage(2);
console.log(port2.hasRef(), port1.hasRef());
port1.ref(); console.log(port1.hasRef()); port1.unref(); console.log(port1.hasRef());
process.on('exit', () => console.log('exit'));
const made = new MessageEvent('x', { data: { a: 1 }, origin: 'o' });
console.log(made.data, made.origin, made.source, made.type);
for (const go of [() => MessageChannel(), () => new MessagePort(), () => port1.postMessage(), () => port1.postMessage(1, 2), () => port1.postMessage(1, [port1]), () => port1.postMessage(port2), () => port1.postMessage(1, { transfer: 5 }), () => port1.postMessage(() => {})])
  try { console.log(go()); } catch (e) { console.log(e.name, e.code, e.message); }
