// The handbook's header parser: what follows the header goes back.
const { Readable } = require('stream');
const source = Readable.from([Buffer.from('name: a\nkin'), Buffer.from('d: b\n\nbo'), Buffer.from('dy'), Buffer.from(' ends')]);
const parse = (stream, done) => {
  let header = '';
  const onReadable = () => {
    let chunk;
    while ((chunk = stream.read()) !== null) {
      header += chunk;
      console.log('chunk', JSON.stringify(String(chunk)));
      const at = header.indexOf('\n\n');
      if (at < 0) continue;
      const rest = Buffer.from(header.slice(at + 2));
      stream.removeListener('readable', onReadable);
      if (rest.length) stream.unshift(rest);
      done(header.slice(0, at), stream);
      return;
    }
  };
  stream.on('readable', onReadable);
};
parse(source, (header, stream) => {
  console.log({ header }, stream.listenerCount('readable'), stream.readableFlowing);
  stream.on('data', (chunk) => console.log('body', String(chunk))).on('end', () => console.log('end'));
});
