import { value } from './slow.mjs';
console.log('throws', value);
throw new Error('after the await');
