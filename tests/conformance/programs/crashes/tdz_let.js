function show() {
  console.log(message);
}
show();
let message = 'hello';
