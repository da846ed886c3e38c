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
    log('1 sync');
    setTimeout(() => {
      log('2 timeout');
      try {
        log('3 try');
        setTimeout(() => {
          log('4 timeout');
        }, 0);
        spin();
        throw new Error('e5');
      } catch (e) {
        log('6 catch', e);
        queueMicrotask(() => {
          log('7 microtask');
          log('8 sync');
          Promise.all([
            
          ]).then((v) => log('9 all', v), (e) => log('9 all failed', e));
        });
      } finally {
        log('10 finally');
        (async () => {
          async function* values() {
            try {
              for (let n = 0; n < 0; n++) yield n;
            } finally {
              log('11 generator ends');
            }
          }
          for await (const v of values()) {
            log('12 each', v);
            setImmediate(() => {
              log('13 immediate');
            });
            setTimeout(() => {
              log('14 timeout');
            }, 0);
            spin();
          }
          log('15 after the loop');
        })();
        queueMicrotask(() => {
          log('16 microtask');
          setImmediate(() => {
            log('17 immediate');
          });
        });
        process.nextTick(() => {
          log('18 tick');
          process.nextTick(() => {
            log('19 tick');
            log('20 sync');
          });
          process.nextTick(() => {
            log('21 tick');
          });
          new Promise((resolve, reject) => {
            log('22 executor');
            log('23 sync');
            process.nextTick(() => resolve(24));
          })
          .catch((e) => {
            log('25 catch', e);
            log('26 sync');
          });
        });
      }
      (async () => {
        async function* values() {
          try {
            for (let n = 0; n < 3; n++) yield n;
          } finally {
            log('28 generator ends');
          }
        }
        for await (const v of values()) {
          log('29 each', v);
          process.nextTick(() => {
            log('30 tick');
            setImmediate(() => {
              log('31 immediate');
            });
            throw new Error('e32');
          });
          process.nextTick(() => {
            log('33 tick');
            (async () => {
              log('34 async');
              log('36 awaited', await 35);
              log('38 awaited', await (async () => {
                log('37 async');
              })());
              log('40 awaited', await (async () => {
                log('39 async');
              })());
            })().then((v) => log('41 done', v), (e) => log('41 failed', e));
            const emitter42 = new EventEmitter();
            emitter42.once('x', (v) => {
              log('43 listener, once', v);
              log('44 sync');
            });
            emitter42.on('x', (v) => {
              log('45 listener', v);
            });
            emitter42.emit('x', 1);
            emitter42.emit('x', 2);
          });
          try {
            log('46 try');
            setTimeout(() => {
              log('47 timeout');
              log('48 sync');
            }, 0);
            spin();
            Promise.resolve(49)
            .then((v) => {
              log('50 then', v);
              log('51 sync');
              return Promise.resolve(52);
            })
            .then((v) => {
              log('53 then', v);
              log('54 sync');
              throw new Error('e55');
            });
            setTimeout(() => {
              log('56 timeout');
            }, 0);
            spin();
            throw new Error('e57');
          } catch (e) {
            log('58 catch', e);
          }
        }
        log('59 after the loop');
      })();
      new Promise((resolve, reject) => {
        log('60 executor');
        (async () => {
          log('61 async');
          throw new Error('e62');
          log('64 awaited', await (async () => {
            log('63 async');
          })());
          log('66 awaited', await 65);
          try {
          } catch (e) {
            log('67 catch', e);
            Promise.resolve(68)
            .finally(() => {
              log('69 finally');
              log('70 sync');
              return 71;
            });
            queueMicrotask(() => {
              log('72 microtask');
            });
          } finally {
            log('73 finally');
            (async () => {
              log('74 async');
              return 75;
              log('77 awaited', await 76);
            })().then((v) => log('78 done', v), (e) => log('78 failed', e));
            setImmediate(() => {
              log('79 immediate');
            });
          }
        })();
        queueMicrotask(() => resolve(81));
      });
    }, 0);
    spin();
  },
];
process.on('beforeExit', (code) => {
  log('beforeExit', code);
  later.shift()?.();
});
fs.stat('made/hello.txt', (error, value) => {
  const what = error ? error.code : value.size;
  log('82 stat', what);
  process.nextTick(() => {
    log('83 tick');
    const p84 = Promise.reject(new Error('e84'));
    queueMicrotask(() => p84.catch((e) => log('85 caught late', e)));
  });
});
