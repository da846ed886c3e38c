// A Console over Writables of one's own: what and how often it writes, errors ignored.
const { Console } = require('console');
const { Writable } = require('stream');
const make = (name, fail) => new Writable({ write(chunk, encoding, done) { seen.push([name, String(chunk)]); done(fail ? new Error('full') : null); } });
const seen = [];
const out = make('out'), err = make('err');
const c = new Console({ stdout: out, stderr: err, inspectOptions: { compact: true } });
c.log('log %d', 5, { a: 1 }); c.error('error'); c.group('group'); c.info('in\ntwo lines'); c.warn([1, 2]); c.groupEnd(); c.table([{ a: 1 }]); c.assert(false, 'assertion'); c.dir({ b: { c: { d: {} } } }, { depth: 0 }); c.count(); c.trace === undefined || c.log();
console.log(seen); seen.length = 0;
const failing = new Console({ stdout: make('failing', true) }); failing.log('x'); failing.log('y');
setImmediate(() => { console.log(seen); try { new Console({ stdout: make('strict', true), ignoreErrors: false }).log('z'); } catch (error) { console.log(error.message); } process.once('uncaughtException', (error) => console.log('uncaught', error.message)); });
for (const bad of [[], [{}], [5], [{ stdout: {} }], [{ stdout: out, stderr: 5 }], [{ stdout: out, colorMode: 'x' }]]) try { new Console(...bad); console.log('taken'); } catch (error) { console.log(error.name, error.code, error.message); }
