const name = 'Ada'
(function () {
  console.log(name);
})();
