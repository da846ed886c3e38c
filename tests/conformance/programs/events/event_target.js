// EventTarget: once, preventDefault, a listener that throws is reported later.
const target = new EventTarget();
target.addEventListener('go', (event) => { console.log(event.type, event.defaultPrevented); event.preventDefault(); console.log(event.defaultPrevented); });
target.addEventListener('go', { handleEvent() { console.log('object listener'); } }, { once: true });
console.log(target.dispatchEvent(new Event('go', { cancelable: true })));
console.log(target.dispatchEvent(new Event('go')));
process.on('uncaughtException', (error) => console.log('reported', error.message));
target.addEventListener('bad', () => { throw new Error('in listener'); });
target.dispatchEvent(new Event('bad'));
console.log('dispatch returned');
