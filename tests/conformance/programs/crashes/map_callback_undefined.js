const doubled = [1, 2].map(double);
var double = (n) => n * 2;
