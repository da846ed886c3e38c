(function () {
  (() => {
    [1].forEach(function () {
      throw new Error('inside');
    });
  })();
})();
