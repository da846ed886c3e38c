console.log(`${a b}`);
