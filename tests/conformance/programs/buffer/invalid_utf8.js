// What is not UTF-8 becomes U+FFFD, once for each maximal part.
const { isUtf8, isAscii } = require('buffer');
const samples = ['c0af', 'c3', 'c328', 'e28228', 'e282', 'e2', 'eda080', 'edbfbf', 'f0288cbc', 'f09f98', 'f0908080', 'f08080af', 'f4908080', 'f8888080', '61ff62', '80bf', 'efbbbf61', 'efbfbf', 'f09f9880e2', 'c3a9c3'];
for (const hex of samples) {
  const bytes = Buffer.from(hex, 'hex');
  console.log(hex, JSON.stringify(bytes.toString()), JSON.stringify(new TextDecoder().decode(bytes)), isUtf8(bytes), isAscii(bytes));
  try { console.log(JSON.stringify(new TextDecoder('utf-8', { fatal: true }).decode(bytes))); } catch (e) { console.log(e.name, e.code, e.message); }
}
