// race with a timer; the loser goes on unseen.
const slow = new Promise((resolve) => setTimeout(() => { console.log('slow finished anyway'); resolve('slow'); }, 60));
const timeout = new Promise((_, reject) => setTimeout(() => reject(new Error('timed out')), 20));
Promise.race([slow, timeout]).then(console.log, (e) => console.log(e.message));
