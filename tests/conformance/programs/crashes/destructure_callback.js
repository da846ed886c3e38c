const people = [{ name: 'Ada' }, undefined];
console.log(people.map(({ name }) => name));
