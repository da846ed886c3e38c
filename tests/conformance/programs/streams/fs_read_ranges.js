// createReadStream: start, end, highWaterMark, encoding, in all combinations that go wrong easily.
const fs = require('fs');
fs.writeFileSync('in', 'abcdefghijklmnopqrstuvwxyz');
const collect = (options) => new Promise((resolve) => { const got = []; const r = fs.createReadStream('in', options); r.on('data', (c) => got.push(String(c))).on('error', (error) => got.push(error.code)).on('close', () => resolve([got, r.bytesRead, r.pos, r.start, r.end])); });
(async () => {
  for (const options of [undefined, 'utf8', { start: 24 }, { end: 2 }, { start: 3, end: 3 }, { start: 30 }, { start: 0, end: 0 }, { highWaterMark: 10 }, { highWaterMark: 4, start: 1, end: 9 }, { encoding: 'base64', end: 5, highWaterMark: 2 }, { end: Infinity, start: 20 }, { highWaterMark: 1, end: 3 }]) console.log(options, ...await collect(options));
  for (const bad of [{ start: -1 }, { start: 5, end: 3 }, { start: 'x' }, { end: '5' }, { start: 1.5 }, { highWaterMark: -1 }, { encoding: 'bad' }, { fd: 'x' }, { fs: {} }, 5, { flags: 'bad' }]) try { const r = fs.createReadStream('in', bad); r.on('error', (error) => console.log('later', error.code)); console.log('taken', bad); r.destroy(); } catch (error) { console.log(bad, error.name, error.code, error.message); }
  for (const bad of [undefined, null, 5, {}]) try { fs.createReadStream(bad); } catch (error) { console.log(error.code, error.message); }
})();
