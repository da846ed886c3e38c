const Shape = {};
console.log([] instanceof Shape);
