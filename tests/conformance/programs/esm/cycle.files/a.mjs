import { b, later } from './b.mjs';
console.log('a sees', b);
export const a = 'a';
export function callA() { return later(); }
export function hoisted() { return 'hoisted from a'; }
