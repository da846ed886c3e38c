// A module without an await of its own waits for one that it imports, then throws: whoever imports it hears of that.
try {
  await import('./throws.mjs');
} catch (error) {
  console.log('caught', error.message);
}
await import('./throws.mjs').catch((error) => console.log('again', error.message));
