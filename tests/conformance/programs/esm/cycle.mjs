import { a, callA } from './a.mjs';
import { b } from './b.mjs';
console.log('main', a, b, callA());
