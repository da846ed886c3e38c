const o = {};
Object.defineProperty(o, 'id', { value: 1 });
Object.defineProperty(o, 'id', { value: 2 });
