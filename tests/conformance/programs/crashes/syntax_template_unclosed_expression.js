console.log(`${a`);
