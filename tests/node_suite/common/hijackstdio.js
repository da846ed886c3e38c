// Listens in on what is written to the standard streams.
'use strict';
const originals = {};

function hijack(name, listener) {
  const stream = process[name];
  const write = originals[name] = stream.write;
  stream.writeTimes = 0;
  stream.write = function(data, callback) {
    try {
      listener(data);
    } catch (error) {
      process.nextTick(() => { throw error; });
    }
    write.call(stream, data, callback);
    stream.writeTimes++;
  };
}
function restore(name) {
  process[name].write = originals[name];
  delete process[name].writeTimes;
}

module.exports = {
  hijackStdout: hijack.bind(null, 'stdout'),
  hijackStderr: hijack.bind(null, 'stderr'),
  restoreStdout: restore.bind(null, 'stdout'),
  restoreStderr: restore.bind(null, 'stderr'),
};
