class HttpError extends Error {
  constructor(status, message, options) {
    super(message, options);
    this.name = 'HttpError';
    this.status = status;
  }
}
function request() {
  throw new HttpError(404, 'Not Found', { cause: new Error('DNS') });
}
request();
