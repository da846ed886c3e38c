else {
  console.log(1);
}
