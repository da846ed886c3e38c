// Standard input read by hand: `readable` and so many bytes at a time.
const { stdin } = process;
stdin.on('readable', () => {
  console.log('readable', stdin.readableLength);
  let bytes;
  while ((bytes = stdin.read(24)) !== null) console.log(bytes.length, bytes.toString('latin1', 0, 8).trim());
});
stdin.on('end', () => console.log('end'));
stdin.once('close', () => console.log('close'));
