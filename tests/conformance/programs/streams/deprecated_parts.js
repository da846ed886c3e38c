// Deprecated and inner parts: _writableState.getBuffer, .buffer, readable state's flags, _undestroy, toString.
const { Readable, Writable, Duplex } = require('stream');
process.on('warning', (warning) => console.log(warning.name, warning.code, warning.message));
const w = new Writable({ write() {} }); w.write('a'); w.write('b');
console.log(w._writableState.getBuffer().map((x) => String(x.chunk)), w._writableState.bufferedRequestCount, w.writableBuffer?.length);
console.log(w._writableState.buffer?.length, w._writableState.length);
const r = new Readable({ read() {} }); r.push('abc');
const s = r._readableState;
for (const key of ['objectMode', 'ended', 'endEmitted', 'reading', 'constructed', 'sync', 'needReadable', 'emittedReadable', 'readableListening', 'resumeScheduled', 'errorEmitted', 'emitClose', 'autoDestroy', 'destroyed', 'closed', 'closeEmitted', 'multiAwaitDrain', 'readingMore', 'dataEmitted', 'errored', 'flowing', 'paused', 'pipesCount', 'defaultEncoding', 'decoder', 'encoding']) console.log(key, s[key]);
for (const key of ['finalCalled', 'needDrain', 'ending', 'ended', 'finished', 'destroyed', 'decodeStrings', 'sync', 'bufferProcessing', 'constructed', 'prefinished', 'errorEmitted', 'emitClose', 'autoDestroy', 'closed', 'closeEmitted', 'allBuffers', 'allNoop', 'errored', 'writing', 'defaultEncoding', 'writecb', 'afterWriteTickInfo']) console.log(key, typeof w._writableState[key] === 'function' ? 'function' : w._writableState[key]);
console.log(typeof Writable.WritableState, typeof Readable.ReadableState, new Readable.ReadableState({ highWaterMark: 3 }).highWaterMark);
r.destroyed = true; console.log(r.destroyed); const d = new Duplex(); d.destroyed = true; console.log(d.destroyed, d._readableState.destroyed, d._writableState.destroyed); w._undestroy(); console.log(w.destroyed);
