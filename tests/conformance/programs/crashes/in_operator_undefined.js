let map;
if ('key' in map) console.log('yes');
