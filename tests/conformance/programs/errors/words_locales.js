// V8's words where a locale is none.
const show = (...tries) => { for (const f of tries) { try { f(); console.log(`${f} no error`); } catch (e) { console.log(`${f} ${e.name}: ${e.message}`); } } };
show(() => new Intl.DateTimeFormat('xx-invalid-locale-zzzzzzzzzzz'));
