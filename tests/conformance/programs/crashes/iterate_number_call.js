const count = () => 3;
for (const i of count()) console.log(i);
