// refresh() inside its own callback makes it fire again.
let times = 0;
const t = setTimeout(() => { console.log('fired', ++times); if (times < 3) t.refresh(); }, 5);
