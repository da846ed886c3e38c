// process.exit inside try does not run finally.
try {
  console.log('try');
  process.exit(0);
} finally {
  console.log('never');
}
