// Which stream each goes to.
console.log('log'); console.info('info'); console.debug('debug');
console.error('error'); console.warn('warn'); console.trace === undefined;
process.stdout.write('no newline; '); process.stdout.write('then one\n'); process.stderr.write('raw\n');
