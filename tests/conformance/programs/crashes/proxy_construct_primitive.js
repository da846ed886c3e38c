const P = new Proxy(class {}, { construct: () => 1 });
new P();
