do { } console.log(1);
