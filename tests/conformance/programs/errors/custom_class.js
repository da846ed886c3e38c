// A class of error with own properties, uncaught.
class HttpError extends Error {
  constructor(status, message) { super(message); this.name = 'HttpError'; this.status = status; }
}
setTimeout(() => { throw new HttpError(404, 'not found'); }, 1);
process.on('exit', (code) => console.log('exit with', code));
