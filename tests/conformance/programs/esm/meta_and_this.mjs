import path from 'path';
console.log(this, typeof require, typeof module, typeof exports, typeof __filename);
console.log(path.basename(import.meta.filename), path.basename(import.meta.url), import.meta.dirname === path.dirname(import.meta.filename));
console.log(Object.keys(import.meta), Object.getPrototypeOf(import.meta), import.meta.main);
console.log(import.meta.resolve('./x.mjs').endsWith('/x.mjs'), import.meta.resolve('fs'), import.meta.resolve('node:fs'));
try { undeclared = 1; } catch (error) { console.log(error.message); }
console.log((function () { return this; })(), (() => this)());
console.log(typeof globalThis, new Function('return typeof this')());
label: { break label; }
const { basename } = path;
export { basename as default, path as 'a path' };
import * as self from './meta_and_this.mjs';
console.log(Object.keys(self), self.default === basename);
console.log(process.mainModule, process.argv.length);
