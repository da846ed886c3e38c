// Which globals there are, and process basics.
console.log(typeof globalThis.setTimeout, typeof structuredClone, typeof queueMicrotask, typeof fetch, typeof performance.now(), typeof AbortController, typeof Event, typeof URL, typeof TextEncoder, typeof Blob);
console.log(typeof process.pid, process.argv.length, process.platform, process.version, process.versions.node, typeof process.uptime(), process.cwd() === __dirname, Array.isArray(process.execArgv));
console.log(typeof process.hrtime.bigint(), process.hrtime().length, Object.keys(process.memoryUsage()), process.env.TZ, process.stdout.isTTY, typeof process.umask());
