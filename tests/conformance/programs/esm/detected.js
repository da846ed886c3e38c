import { readFileSync } from 'node:fs';
console.log(typeof readFileSync, typeof require, import.meta.url.endsWith('detected.js'));
const later = await new Promise((resolve) => setTimeout(resolve, 2, 'later'));
console.log(later);
