// One of each: the promise API in a row, and several calls at once.
const fsp = require('fs/promises');
(async () => {
  const show = async (what, promise) => {
    try {
      const value = await promise;
      console.log(what, value !== null && typeof value === 'object' && 'mtimeMs' in value ? [value.size, value.isFile()] : value);
    } catch (error) {
      console.log(what, error.code, error.message);
    }
  };
  await show('mkdir', fsp.mkdir('d'));
  await show('mkdir deep', fsp.mkdir('d/e/f', { recursive: true }));
  await show('mkdir again', fsp.mkdir('d'));
  await show('writeFile', fsp.writeFile('d/a', 'alpha'));
  await show('writeFile iterable', fsp.writeFile('d/i', (function* () { yield 'one,'; yield 'two'; })()));
  await show('appendFile', fsp.appendFile('d/a', Buffer.from('!')));
  await show('readFile', fsp.readFile('d/a'));
  await show('readFile utf8', fsp.readFile('d/i', 'utf8'));
  await show('copyFile', fsp.copyFile('d/a', 'd/b'));
  await show('copyFile excl', fsp.copyFile('d/a', 'd/b', 1));
  await show('rename', fsp.rename('d/b', 'd/c'));
  await show('link', fsp.link('d/c', 'd/hard'));
  await show('symlink', fsp.symlink('c', 'd/soft'));
  await show('readlink', fsp.readlink('d/soft'));
  await show('realpath', fsp.realpath('d/soft').then((path) => path.replace(process.cwd(), 'CWD')));
  await show('stat', fsp.stat('d/soft'));
  await show('lstat', fsp.lstat('d/soft').then((stat) => stat.isSymbolicLink()));
  await show('stat bigint', fsp.stat('d/a', { bigint: true }).then((stat) => stat.size));
  await show('access', fsp.access('d/a'));
  await show('chmod', fsp.chmod('d/a', 0o600));
  await show('chown', fsp.chown('d/a', 0, 0));
  await show('utimes', fsp.utimes('d/a', 1, 2));
  await show('lutimes', fsp.lutimes('d/soft', 1, 2));
  await show('truncate', fsp.truncate('d/a', 2));
  await show('readdir', fsp.readdir('d'));
  await show('statfs', fsp.statfs('.').then((disk) => Object.keys(disk)));
  await show('rmdir', fsp.rmdir('d'));
  await show('unlink', fsp.unlink('d/hard'));
  await show('rm', fsp.rm('d/soft'));
  await Promise.all(['1', '2', '3', '4', '5', '6'].map((name) => fsp.writeFile(`d/${name}`, name.repeat(3))));
  console.log(await Promise.all(['1', '2', '3'].map((name) => fsp.readFile(`d/${name}`, 'utf8'))));
  console.log((await Promise.allSettled([fsp.readFile('d/1', 'utf8'), fsp.readFile('nope')])).map((result) => result.status));
  await show('aborted', fsp.readFile('d/1', { signal: AbortSignal.abort() }));
  await show('rm -r', fsp.rm('d', { recursive: true }));
  await show('gone', fsp.stat('d'));
  await show('file', fsp.writeFile('f', 'x', { flag: 'wx' }));
  await show('file again', fsp.writeFile('f', 'x', { flag: 'wx' }));
})();
