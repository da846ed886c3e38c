console.log('never.mjs'); await new Promise(() => {});
