// A store follows a call into its callback, its promise, its stream.
const { AsyncLocalStorage } = require('async_hooks');
const fs = require('fs');
const storage = new AsyncLocalStorage();
fs.writeFileSync('f', 'content');
const cases = {
  callback: (done) => fs.readFile('f', done),
  failing: (done) => fs.readFile('nope', done),
  promise: (done) => fs.promises.readFile('f').then(done),
  rejected: (done) => fs.promises.readFile('nope').catch(done),
  awaited: async (done) => { await fs.promises.stat('f'); done(); },
  stream: (done) => fs.createReadStream('f').on('data', () => console.log('data', storage.getStore())).on('close', done),
  writer: (done) => fs.createWriteStream('g').on('finish', done).end('x'),
  mkdir: (done) => fs.mkdir('a/b/c', { recursive: true }, done),
  opendir: (done) => fs.opendir('.', (error, dir) => dir.close(done)),
};
(function next([name, ...rest]) {
  if (name === undefined) return;
  storage.run(name, () => cases[name](() => {
    console.log(name, storage.getStore());
    storage.exit(() => next(rest));
  }));
  console.log('meanwhile', storage.getStore());
})(Object.keys(cases));
