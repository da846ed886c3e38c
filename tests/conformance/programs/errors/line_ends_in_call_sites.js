// Each of them ends one line, and \r\n one as well; \v, \f and U+0085 end none.
const ends = ["\n", "\r", "\r\n", "\n\r", "\u2028", "\u2029", "\v", "\f"];
const at = (error) => error.stack.split("\n").filter((line) => line.includes("at ")).slice(0, 2).map((line) => line.replace(/\(.*eval at/, "(eval at"));
for (const end of ends) {
  console.log(JSON.stringify(end));
  try { eval(`1;${end} null.x${end}`); } catch (error) { console.log(at(error)[0]); }
  const text = eval(`(function f() {${end} return 1;${end}})`).toString();
  console.log(JSON.stringify(text));
}
/*  
*/ Error.prepareStackTrace = (error, sites) => sites.slice(0, 1).map((site) => [site.getLineNumber(), site.getColumnNumber()]);
console.log(new Error("a").stack);
