import { a, hoisted } from './a.mjs';
console.log(hoisted());
try { console.log(a); } catch (error) { console.log(error.name, error.message); }
export const b = 'b';
export const later = () => `later ${a}`;
