try {
  null.x;
} catch (error) {
  throw new Error('wrapped', { cause: error });
}
