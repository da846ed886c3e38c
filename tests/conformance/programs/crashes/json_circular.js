const parent = { name: 'parent' };
const child = { name: 'child', parent };
parent.child = child;
JSON.stringify(parent);
