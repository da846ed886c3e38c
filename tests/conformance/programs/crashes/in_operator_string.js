const text = 'length';
console.log('length' in text);
