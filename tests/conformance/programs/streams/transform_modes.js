// Objects in and bytes out, bytes in and objects out: a line parser and a serialiser.
const { Transform, pipeline } = require('stream');
class Lines extends Transform {
  #rest = '';
  constructor() { super({ readableObjectMode: true }); }
  _transform(chunk, encoding, done) { const lines = (this.#rest + chunk).split('\n'); this.#rest = lines.pop(); for (const line of lines) this.push({ line }); done(); }
  _flush(done) { if (this.#rest) this.push({ line: this.#rest, last: true }); done(); }
}
const numbered = new Transform({ writableObjectMode: true, transform({ line, last }, e, done) { this.n = (this.n ?? 0) + 1; done(null, `${this.n}: ${line}${last ? '.' : ''}\n`); } });
const lines = new Lines();
console.log(lines.readableObjectMode, lines.writableObjectMode, numbered.readableObjectMode, numbered.writableObjectMode, lines.readableHighWaterMark, numbered.writableHighWaterMark);
pipeline(lines, numbered, (error) => console.log('pipeline', error));
numbered.setEncoding('utf8').on('data', (x) => console.log('out', JSON.stringify(x)));
lines.write('first\nsec'); lines.write('ond\n\nthi'); lines.end('rd');
