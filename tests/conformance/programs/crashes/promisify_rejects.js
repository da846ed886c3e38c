const { promisify } = require('node:util');
const load = promisify((callback) => setTimeout(callback, 1, new Error('loaded badly')));
async function main() {
  await load();
}
main();
