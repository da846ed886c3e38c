// Base64 that is damaged in every way a small generator finds, and atob, which forgives less.
let state = 12345;
const random = (n) => { state = (state * 1103515245 + 12345) % 2147483648; return Math.floor(state / 65536) % n; };
const alphabet = 'ABCabc019+/-_=\n *é\u0161';
for (let i = 0; i < 400; i++) {
  let text = '';
  const length = random(14);
  for (let k = 0; k < length; k++) text += alphabet[random(alphabet.length)];
  const room = random(8);
  const target = Buffer.alloc(room);
  let forgiving;
  try { forgiving = JSON.stringify(atob(text)); } catch (e) { forgiving = `${e.name} ${e.code} ${e.message}`; }
  console.log(JSON.stringify(text), Buffer.from(text, 'base64').toString('hex'), Buffer.from(text, 'base64url').toString('hex'), target.write(text, 'base64'), target.toString('hex'), forgiving);
}
for (const text of ['', 'a', 'aé', '€', 'hello', 5, null, undefined, {}]) {
  try { console.log(btoa(text)); } catch (e) { console.log(e.name, e.code, e.message); }
}
try { atob(); } catch (e) { console.log(e.name, e.code, e.message); }
