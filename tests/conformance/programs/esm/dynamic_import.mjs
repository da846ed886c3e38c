console.log('begin');
const promise = import('./lazy.mjs');
promise.then((namespace) => console.log('then', namespace.value));
console.log('asked', promise);
const again = await import('./lazy.mjs');
console.log(again === (await promise), again);
try { await import('./nothing.mjs'); } catch (error) { console.log(error.code, error.message.replace(/'[^']*\//g, "'")); }
try { await import('nothing-here'); } catch (error) { console.log(error.code, error.message.split(' imported')[0]); }
try { await import('./throws.mjs'); } catch (error) { console.log('caught', error.message); }
try { await import('./throws.mjs'); } catch (error) { console.log('caught again', error.message); }
try { await import('./syntax.mjs'); } catch (error) { console.log(error.name, error.message); }
const { default: data } = await import('./data.json', { with: { type: 'json' } });
console.log(data);
try { await import('./data.json'); } catch (error) { console.log(error.code, error.name); }
console.log((await import('node:path')).basename('/a/b.c'), (await import('fs')).default === (await import('node:fs')).default);
try { await import({ toString() { throw new Error('no text'); } }); } catch (error) { console.log(error.message); }
