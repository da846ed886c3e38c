console.log(+Symbol('n'));
