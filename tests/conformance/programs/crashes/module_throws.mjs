import { readFileSync } from 'node:fs';
const parse = (text) => JSON.parse(text).a.b.c;
console.log(parse('{"a":{}}'));
