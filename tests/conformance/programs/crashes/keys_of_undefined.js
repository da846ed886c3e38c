let options;
for (const key of Object.keys(options)) console.log(key);
