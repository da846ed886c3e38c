// What os answers: the same everywhere on Linux x64, or the shape of what differs from machine to machine.
const os = require('os');
console.log(os.EOL === '\n', os.platform(), os.type(), os.arch(), os.endianness(), os.devNull, os.machine());
console.log(Object.keys(os).sort().join());
console.log(os.constants.signals.SIGTERM, os.constants.errno.ENOENT, os.constants.priority, os.constants.dlopen, os.constants.UV_UDP_REUSEADDR);
for (const name of ['hostname', 'release', 'version', 'homedir', 'tmpdir']) console.log(name, typeof os[name](), os[name]().length > 0, `${os[name]}` === os[name]());
for (const name of ['totalmem', 'freemem', 'uptime', 'availableParallelism', 'getPriority']) console.log(name, typeof os[name](), os[name]() >= 0);
console.log(os.freemem() <= os.totalmem(), os.loadavg().length, os.loadavg().every((load) => typeof load === 'number'));
const cpus = os.cpus();
console.log(Array.isArray(cpus), cpus.length === os.availableParallelism() || cpus.length > 0, Object.keys(cpus[0]), Object.keys(cpus[0].times), typeof cpus[0].model);
const user = os.userInfo();
console.log(Object.keys(user), typeof user.uid, typeof user.username, os.userInfo({ encoding: 'buffer' }).username instanceof Buffer);
const { lo } = os.networkInterfaces();
console.log(lo[0]);
for (const go of [() => os.setPriority(0, 99), () => os.getPriority('x'), () => os.setPriority('a', 1)]) try { console.log(go()); } catch (e) { console.log(e.name, e.code, e.message); }
