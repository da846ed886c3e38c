class Node {
  constructor() { this.self = this; }
}
JSON.stringify(new Node());
