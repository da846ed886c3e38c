function risky() {
  throw new RangeError('risky');
}
try {
  risky();
} catch (error) {
  console.log('caught', error.message);
  throw error;
}
