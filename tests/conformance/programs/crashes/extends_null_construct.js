class Odd extends null {}
new Odd();
