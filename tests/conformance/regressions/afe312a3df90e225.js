const fs = require('fs');
const EventEmitter = require('events');
const shown = (what) => (what instanceof Error ? what.message : what);
const log = (...what) => console.log(...what.map(shown));
const spin = (ms = 3) => { const start = Date.now(); while (Date.now() - start < ms); };
fs.mkdirSync('made', { recursive: true });
fs.writeFileSync('made/hello.txt', 'hello, world');
fs.writeFileSync('made/other.txt', 'another');
let uncaughtExceptionTimes = 0;
process.on('uncaughtException', (error, origin) => {
  log('uncaughtException', error, origin);
});
const later = [
  () => {
    (async () => {
      let what;
      try {
        const value = await fs.promises.writeFile('made/other.txt', 'text');
        what = 'written';
      } catch (error) {
        what = error.code;
      }
      log('1 writeFile', what);
      (async () => {
        let what;
        try {
          const value = await fs.promises.readdir('made');
          what = value.sort().join();
        } catch (error) {
          what = error.code;
        }
        log('20 readdir', what);
        fs.stat('missing.txt', (error, value) => {
          const what = error ? error.code : value;
          log('34 stat', what);
          (async () => {
            async function* values() {
              try {
                for (let n = 0; n < 3; n++) yield n;
              } finally {
                log('35 generator ends');
              }
            }
            for await (const v of values()) {
              if (v === 2) break;
              log('36 each', v);
            }
            log('37 after the loop');
          })();
          (async () => {
            log('38 async');
            log('40 awaited', await 39);
          })().then((v) => log('41 done', v), (e) => log('41 failed', e));
        });
        Promise.resolve({ then(done) { log('21 thenable'); done(21); } })
        .then((v) => {
          log('22 then', v);
          (async () => {
            log('23 async');
          })().then((v) => log('24 done', v), (e) => log('24 failed', e));
          process.nextTick(() => {
            log('25 tick');
          });
          return 26;
        }, (e) => {
          log('27 else', e);
          const emitter28 = new EventEmitter();
          emitter28.once('x', (v) => {
            log('29 listener, once', v);
          });
          emitter28.once('x', (v) => {
            log('30 listener, once', v);
          });
          emitter28.emit('x', 1);
        });
        log('32 sync');
        log('33 sync');
      })();
      (async () => {
        async function* values() {
          try {
            for (let n = 0; n < 2; n++) yield n;
          } finally {
            log('2 generator ends');
          }
        }
        for await (const v of values()) {
          if (v === 1) break;
          log('3 each', v);
          process.nextTick(() => {
            log('4 tick');
            log('5 sync');
          });
        }
        log('6 after the loop');
      })();
      const p7 = Promise.reject(new Error('e7'));
      queueMicrotask(() => p7.catch((e) => log('8 caught late', e)));
      (async () => {
        log('9 async');
        log('11 awaited', await new Promise((done) => queueMicrotask(() => { log('10 settles'); done(10); })));
        throw new Error('e12');
        (async () => {
          log('13 async');
          log('15 awaited', await Promise.resolve(14));
          log('17 awaited', await new Promise((done) => queueMicrotask(() => { log('16 settles'); done(16); })));
        })().then((v) => log('18 done', v), (e) => log('18 failed', e));
      })().then((v) => log('19 done', v), (e) => log('19 failed', e));
    })();
    queueMicrotask(() => {
      log('42 microtask');
      (async () => {
        log('43 async');
        log('45 awaited', await 44);
      })().then((v) => log('46 done', v), (e) => log('46 failed', e));
      (async () => {
        log('47 async');
        throw new Error('e48');
        return 49;
        log('51 awaited', await Promise.reject(new Error('e50')));
      })();
    });
    (async () => {
      log('53 async');
    })().then((v) => log('54 done', v), (e) => log('54 failed', e));
  },
  () => {
    setTimeout(() => {
      log('55 timer 20');
      (async () => {
        log('56 async');
        (async () => {
          log('57 async');
          throw new Error('e58');
          log('60 awaited', await 59);
          process.nextTick(() => {
            log('61 tick');
          });
        })().then((v) => log('62 done', v), (e) => log('62 failed', e));
        log('64 awaited', await 63);
      })().then((v) => log('65 done', v), (e) => log('65 failed', e));
      setImmediate(() => {
        log('66 immediate');
        throw new Error('e67');
      });
      (async () => {
        log('68 async');
        setTimeout(() => {
          log('69 timeout');
          queueMicrotask(() => {
            log('70 microtask');
            log('71 sync');
          });
        }, 0);
        spin();
        log('73 awaited', await Promise.resolve(72));
        return 74;
      })();
    }, 20);
    spin(40);
  },
];
process.on('beforeExit', (code) => {
  log('beforeExit', code);
  later.shift()?.();
});
fs.stat('made/hello.txt', (error, value) => {
  const what = error ? error.code : value.size;
  log('76 stat', what);
  fs.stat('made/hello.txt', (error, value) => {
    const what = error ? error.code : value.size;
    log('77 stat', what);
    fs.stat('made/hello.txt', (error, value) => {
      const what = error ? error.code : value.size;
      log('78 stat', what);
      try {
        log('79 try');
        process.nextTick(() => {
          log('80 tick');
          throw new Error('e81');
        });
        setImmediate(() => {
          log('82 immediate');
        });
        try {
          log('83 try');
          log('84 sync');
        } catch (e) {
          log('85 catch', e);
        } finally {
          log('86 finally');
          process.nextTick(() => {
            log('87 tick');
          });
          setTimeout(() => {
            log('88 timeout');
            log('89 sync');
          }, 0);
          spin();
        }
      } catch (e) {
        log('90 catch', e);
        Promise.resolve(91)
        .then((v) => {
          log('92 then', v);
        });
      } finally {
        log('94 finally');
        setImmediate(() => {
          log('95 immediate');
          const c96 = setImmediate(() => log('96 never'));
          clearImmediate(c96);
        });
        throw new Error('e97');
      }
    });
  });
});
