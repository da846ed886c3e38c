// Which codes are accepted.
for (const code of ['7', 'x', 1.5, {}, null]) {
  try { process.exitCode = code; console.log('accepted', process.exitCode); } catch (error) { console.log(error.code, error.message); }
}
process.exitCode = undefined;
