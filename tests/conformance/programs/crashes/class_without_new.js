class Animal {
  constructor(name) { this.name = name; }
}
const cat = Animal('Tom');
