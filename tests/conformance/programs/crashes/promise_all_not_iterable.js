Promise.all(5).catch((error) => {
  console.log(error.message);
  throw error;
});
