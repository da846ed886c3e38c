// main().catch: the usual ending of scripts.
async function main() { await null; throw Object.assign(new Error('cannot connect'), { code: 'ECONN' }); }
main().catch((error) => { console.error('fatal:', error.message, error.code); process.exitCode = 1; });
process.on('exit', (code) => console.log('exit', code));
