import { there, missing } from './exports.mjs';
console.log(there, missing);
