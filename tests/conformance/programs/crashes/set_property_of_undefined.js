const cache = {};
function remember(key, value) {
  cache[key].value = value;
}
remember('a', 1);
