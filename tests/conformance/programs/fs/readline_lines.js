// Reading by line with for await.
const fs = require('fs');
const readline = require('readline');
(async () => {
  for await (const line of readline.createInterface({ input: fs.createReadStream('lines.txt') })) console.log('line', line);
  console.log('end');
})();
