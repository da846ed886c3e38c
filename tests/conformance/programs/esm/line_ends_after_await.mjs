await 1;
 const later = async () => {  await 2;   null.x;};
await later();
