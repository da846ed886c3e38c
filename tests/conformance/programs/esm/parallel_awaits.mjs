import './slow.mjs';
import './fast.mjs';
import './sync.mjs';
console.log('main');
