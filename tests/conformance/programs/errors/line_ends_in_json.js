const ends = ["\n", "\r", "\r\n", "\n\r", "\u2028", "\u2029"];
const say = (text) => { try { JSON.parse(text); } catch (error) { console.log(JSON.stringify(error.message)); } };
for (const end of ends) {
  say(`{ "a": 1,${end} "b" 2 }`);
  say(`{${end}${end}"a`);
  say(`{ "a${end}b": 1, "b" 2 }`);
  say(`[1,${end}${end} 2 3]`);
}
JSON.parse(`{ "a\u2028b": 1, "b" 2 }`);
