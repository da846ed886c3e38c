// refresh() starts the same timer over.
const t = setTimeout(() => console.log('refreshed at about 60'), 40);
setTimeout(() => { console.log('20'); t.refresh(); }, 20);
setTimeout(() => console.log('110'), 110);
