import { a } from './not-there.mjs';
console.log(a);
