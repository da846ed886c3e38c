// clearInterval on a timeout and clearTimeout on an interval do the same thing.
const timeout = setTimeout(() => console.log('never'), 5);
const interval = setInterval(() => console.log('never'), 5);
clearInterval(timeout);
clearTimeout(interval);
clearTimeout(undefined); clearTimeout(null); clearTimeout('nonsense'); clearTimeout({});
console.log('cleared');
