// A store follows a call into its callback, its promise, its stream.
const { AsyncLocalStorage } = require('async_hooks');
const fs = require('fs');
const storage = new AsyncLocalStorage();
fs.writeFileSync('f', 'content');
storage.run('callback', () => fs.readFile('f', () => console.log(storage.getStore())));
storage.run('promise', () => fs.promises.readFile('f').then(() => console.log(storage.getStore())));
storage.run('await', async () => { await fs.promises.stat('f'); console.log(storage.getStore()); });
storage.run('stream', () => fs.createReadStream('f').on('data', () => console.log(storage.getStore())).on('close', () => console.log(storage.getStore())));
storage.run('mkdir', () => fs.mkdir('a/b/c', { recursive: true }, () => console.log(storage.getStore())));
storage.run('opendir', () => fs.opendir('.', (error, dir) => dir.close(() => console.log(storage.getStore()))));
console.log(storage.getStore());
