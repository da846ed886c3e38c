function fetchData(callback) {
  const data = { id: 1 };
  callback(null, data);
}
fetchData();
