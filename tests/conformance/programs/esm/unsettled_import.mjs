process.on('exit', (code) => { console.log('exit', code); });
import './never.mjs';
console.log('never comes here');
