// dns.lookup: literal addresses, arguments, errors; what needs no network.
const dns = require('dns');
const { promisify } = require('util');
dns.lookup('127.0.0.1', (error, address, family) => console.log('literal', error, address, family));
dns.lookup('::1', { all: true }, (error, addresses) => console.log('all', error, addresses));
promisify(dns.lookup)('127.0.0.1').then((result) => console.log('promisified', result));
dns.lookup('localhost', { family: 4 }, (error, address, family) => {
  console.log('localhost', error, address, family);
  dns.lookup('localhost', 4, (error, address) => {
    console.log('by number', address);
    dns.lookup('localhost', { all: true, family: 4 }, async (error, addresses) => {
      console.log(addresses);
      console.log('promise', await dns.promises.lookup('localhost', { family: 4 }));
      console.log('promises', await require('dns/promises').lookup('localhost', { family: 4, all: true }));
      dns.lookupService('127.0.0.1', 80, (error, host, service) => console.log('service', error, typeof host, service));
    });
  });
});
for (const go of [() => dns.lookup('a', {}), () => dns.lookup(5, () => {}), () => dns.lookup('x', { family: 7 }, () => {}), () => dns.lookup('x', 'y', () => {}), () => dns.lookupService('nope', 80, () => {}), () => dns.lookup('x', { hints: 1 << 20 }, () => {}), () => dns.setDefaultResultOrder('odd')])
  try { go(); console.log('fine'); } catch (e) { console.log(e.name, e.code, e.message); }
console.log(dns.getDefaultResultOrder(), dns.NOTFOUND, dns.ADDRCONFIG, dns.V4MAPPED, Object.keys(dns).length);
process.nextTick(() => console.log('tick'));
setImmediate(() => console.log('immediate'));
console.log('end of main');
