setTimeout(() => {
  console.log(1);
}
