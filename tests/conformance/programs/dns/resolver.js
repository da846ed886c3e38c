// Resolvers and their servers, what needs no answer from any.
const dns = require('dns');
const resolver = new dns.Resolver();
resolver.setServers(['192.0.2.1', '[2001:db8::1]:5353']);
console.log(resolver.getServers());
for (const go of [() => resolver.setServers(['nope']), () => resolver.setServers('x'), () => resolver.resolve('a', 'NOPE', () => {}), () => resolver.resolve4(5, () => {}), () => new dns.Resolver({ timeout: -5 })])
  try { console.log(go()); } catch (e) { console.log(e.name, e.code, e.message); }
console.log(typeof dns.promises.resolve4, typeof new dns.promises.Resolver().getServers(), dns.promises === require('dns/promises'));
