console.log(JSON.stringify({ id: 1n }));
