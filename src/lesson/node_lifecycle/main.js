const fs = require("node:fs");
const { pbkdf2 } = require("node:crypto");

console.log("script start");

setTimeout(() => console.log("timeout"), 0);
setImmediate(() => console.log("immediate"));

fs.readFile("data.json", "utf8", (err, text) => {
  if (err) throw err;
  console.log("file:", JSON.parse(text).name);
});

pbkdf2("pw", "salt", 1e5, 4, "sha512", (err, key) => {
  if (err) throw err;
  console.log("hash:", key.toString("hex"));
});

async function load() {
  console.log("load starts");
  await null;
  console.log("load goes on");
}

load();
Promise.resolve().then(() => console.log("promise"));
process.nextTick(() => console.log("nextTick"));

console.log("script end");
