// An async call that nobody awaits.
const save = async () => { await null; console.log('saved'); };
(async () => { save(); console.log('returned before it was saved'); })();
