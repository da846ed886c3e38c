// ReadableStream: when start and pull are called, with marks of several sizes.
(async () => {
  for (const highWaterMark of [0, 1, 3]) {
    let n = 0; const log = [];
    const s = new ReadableStream({ start(c) { log.push(`start ${c.desiredSize}`); }, pull(c) { n++; log.push(`pull ${n} ${c.desiredSize}`); if (n > 4) c.close(); else c.enqueue(n); log.push(`after ${c.desiredSize}`); } }, { highWaterMark });
    console.log(highWaterMark, log.join(', '), s.locked); log.length = 0;
    await new Promise(setImmediate);
    console.log('  idle', log.join(', ')); log.length = 0;
    const reader = s.getReader(); console.log('  locked', s.locked);
    const first = reader.read(); console.log('  asked', log.join(', ')); log.length = 0;
    console.log('  first', await first, log.join(', ')); log.length = 0;
    console.log('  rest', await reader.read(), await reader.read(), await reader.read(), await reader.read(), await reader.read());
    console.log('  ', log.join(', '), await reader.closed);
  }
})();
