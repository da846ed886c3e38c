let a = 1; /* bc d
 */ let e = 2;   let a = 3;
