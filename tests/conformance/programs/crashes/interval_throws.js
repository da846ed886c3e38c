let n = 0;
setInterval(() => {
  if (++n === 3) n.stop();
  console.log(n);
}, 1);
