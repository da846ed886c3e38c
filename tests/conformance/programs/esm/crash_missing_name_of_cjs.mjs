import { there, missing } from './exports.cjs';
console.log(there, missing);
