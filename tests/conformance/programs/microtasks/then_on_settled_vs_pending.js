// A reaction on a settled promise queues at once; on a pending one when it settles.
const settled = Promise.resolve('settled');
const pending = Promise.resolve().then(() => 'pending');
pending.then(console.log);
settled.then(console.log);
settled.then(() => settled.then(() => console.log('nested in settled')));
pending.then(() => console.log('pending again'));
