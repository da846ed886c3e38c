// readline over a Readable: chunks that cut lines, \r\n, no last newline, events.
const readline = require('readline');
const { Readable, PassThrough } = require('stream');
const run = (chunks, options) => new Promise((resolve) => { const got = []; const rl = readline.createInterface({ input: Readable.from(chunks), ...options }); rl.on('line', (line) => got.push(line)).on('close', () => { console.log(JSON.stringify(chunks), got); resolve(); }); });
(async () => {
  await run(['one\ntwo\nthree']);
  await run(['on', 'e\nt', 'wo\n', 'thr', 'ee\n']);
  await run(['a\r\nb\r', '\nc\rd\n\r\n\n']);
  await run(['a\r', '\nb'], { crlfDelay: Infinity });
  await run([Buffer.from([0xe2, 0x82]), Buffer.from([0xac, 0x0a, 0xc3])]);
  await run(['u\u2028v\u2029w\u0085x\n']);
  await run(['']);
  await run(['\n\n']);
  const input = new PassThrough();
  const rl = readline.createInterface({ input });
  for (const event of ['line', 'pause', 'resume', 'close']) rl.on(event, (x) => console.log(event, x ?? ''));
  rl.on('line', (line) => { if (line === 'stop') { rl.pause(); setTimeout(() => rl.resume(), 20); } if (line === 'close') rl.close(); });
  input.write('first\nstop\nafter stop\n'); input.write('close\nnever\n');
  await new Promise((resolve) => rl.on('close', resolve));
  console.log(input.isPaused(), input.readableFlowing, rl.closed);
  try { rl.pause(); console.log('pause taken'); } catch (error) { console.log(error.code, error.message); }
  try { rl.question('x', () => {}); console.log('question taken'); } catch (error) { console.log(error.code, error.message); }
})();
