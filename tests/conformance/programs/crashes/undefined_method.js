const user = { name: 'Ada' };

function greet(person) {
  return person.sayHello();
}

console.log(greet(user));
