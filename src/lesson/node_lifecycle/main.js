const fs = require("node:fs");
const { pbkdf2 } = require("node:crypto");

console.log("script start");

setTimeout(() => console.log("timeout"), 0);
setImmediate(() => console.log("immediate"));

fs.readFile("data.json", "utf8", (error, text) => {
  if (error) throw error;
  console.log("file:", JSON.parse(text).name);
});

pbkdf2("secret", "salt", 100_000, 32, "sha512", (error, key) => {
  if (error) throw error;
  console.log("hash:", key.toString("hex", 0, 4));
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
