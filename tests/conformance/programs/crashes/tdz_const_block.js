const x = 1;
{
  console.log(x);
  const x = 2;
}
