// functions: (top) sleep worker main retry readAll handle emitterUse
const { EventEmitter } = require('events');
const path = require('path');
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
async function worker(id, queue) { while (queue.length) { const job = queue.shift(); await sleep(1); console.log(`worker ${id} did ${job}`); } }
async function main() { const queue = [1, 2, 3]; await Promise.all([worker(1, queue), worker(2, queue)]); try { await retry(() => Promise.reject(new Error('x')), 2); } catch ({ message }) { console.log(message); } }
async function retry(f, times) { for (let i = 0; ; i++) { try { return await f(); } catch (error) { if (i >= times) throw error; await sleep(i); } } }
async function readAll(stream) { const chunks = []; stream.on('data', chunk => { chunks.push(chunk); }); return new Promise((resolve, reject) => { stream.on('end', () => resolve(chunks)); stream.on('error', reject); }); }
function handle(req, res) { switch (req.method) { case 'GET': res.end('hi'); break; case 'POST': { let body = ''; req.on('data', d => body += d); break; } default: res.statusCode = 405; res.end(); } }
function emitterUse() { const e = new EventEmitter(); e.on('x', function (v) { this.v = v; }); e.emit('x', 1); return e.v; }
main(); readAll(new EventEmitter()); handle({ method: 'GET' }, { end() {} }); emitterUse(); path.join('a');
