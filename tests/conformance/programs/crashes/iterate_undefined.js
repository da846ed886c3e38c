let list;
for (const item of list) console.log(item);
