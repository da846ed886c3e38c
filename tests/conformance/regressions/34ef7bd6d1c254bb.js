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
let unhandledRejectionTimes = 0;
process.on('unhandledRejection', (reason) => {
  log('unhandledRejection', reason);
  if (++unhandledRejectionTimes <= 2) {
    queueMicrotask(() => {
      log('1 microtask');
    });
    Promise.reject(new Error('e2'));
    const p3 = Promise.reject(new Error('e3'));
    process.nextTick(() => p3.catch((e) => log('4 caught late', e)));
  }
});
process.on('rejectionHandled', () => log('rejectionHandled'));
const later = [
  () => {
    fs.writeFile('made/other.txt', 'text', (error, value) => {
      const what = error ? error.code : 'written';
      log('5 writeFile', what);
      (async () => {
        let what;
        try {
          const value = await fs.promises.stat('missing.txt');
          what = value;
        } catch (error) {
          what = error.code;
        }
        log('23 stat', what);
        fs.stat('made/hello.txt', (error, value) => {
          const what = error ? error.code : value.size;
          log('50 stat', what);
          setImmediate(() => {
            log('51 immediate');
          });
          setTimeout(() => {
            log('52 timeout');
            (async () => {
              log('53 async');
              try {
                process.nextTick(() => {
                  log('54 tick');
                  log('55 sync');
                });
                log('57 awaited', await new Promise((done) => queueMicrotask(() => { log('56 settles'); done(56); })));
              } catch (e) {
                log('58 catch', e);
                Promise.reject(new Error('e59'));
                log('60 sync');
              }
              try {
                return Promise.resolve(61);
              } catch (e) {
                log('62 catch', e);
                queueMicrotask(() => {
                  log('63 microtask');
                  log('64 sync');
                });
                process.nextTick(() => {
                  log('65 tick');
                });
                (async () => {
                  log('66 async');
                  log('68 awaited', await 67);
                  throw new Error('e69');
                  log('71 awaited', await 70);
                  try {
                    log('73 awaited', await Promise.resolve(72));
                    log('74 sync');
                  } catch (e) {
                    log('75 catch', e);
                    log('76 sync');
                  } finally {
                    log('77 finally');
                    log('78 sync');
                  }
                })().then((v) => log('79 done', v), (e) => log('79 failed', e));
                throw new Error('e80');
              }
              log('82 awaited', await new Promise((done) => process.nextTick(() => { log('81 settles'); done(81); })));
              queueMicrotask(() => {
                log('83 microtask');
                log('84 sync');
              });
            })();
            setTimeout(() => {
              log('86 timeout');
            }, 0);
            spin();
            const p87 = Promise.reject(new Error('e87'));
            queueMicrotask(() => p87.catch((e) => log('88 caught late', e)));
          }, 0);
          spin();
        });
        (async () => {
          log('24 async');
          throw new Error('e25');
          log('27 awaited', await 26);
          log('29 awaited', await Promise.reject(new Error('e28')));
        })();
        Promise.resolve(31);
        Promise.reject(new Error('e32'))
        .then((v) => {
          log('33 then', v);
          try {
            log('34 try');
            log('35 sync');
            throw new Error('e36');
          } catch (e) {
            log('37 catch', e);
          } finally {
            log('38 finally');
          }
          (async () => {
            log('39 async');
            log('40 sync');
            try {
            } catch (e) {
              log('41 catch', e);
              log('42 sync');
            } finally {
              log('43 finally');
              log('44 sync');
            }
            log('46 awaited', await 45);
          })().then((v) => log('47 done', v), (e) => log('47 failed', e));
          return { then(done) { log('49 thenable'); done(49); } };
        });
      })();
      (async () => {
        log('6 async');
        log('8 awaited', await 7);
        log('10 awaited', await { then(done) { log('9 thenable'); done(9); } });
      })().then((v) => log('11 done', v), (e) => log('11 failed', e));
      process.nextTick(() => {
        log('12 tick');
        log('13 sync');
      });
      const emitter14 = new EventEmitter();
      emitter14.on('x', (v) => {
        log('15 listener', v);
        queueMicrotask(() => {
          log('16 microtask');
        });
        process.nextTick(() => {
          log('17 tick');
        });
        (async () => {
          async function* values() {
            try {
              for (let n = 0; n < 1; n++) yield n;
            } finally {
              log('18 generator ends');
            }
          }
          for await (const v of values()) {
            if (v === 0) break;
            log('19 each', v);
            log('20 sync');
          }
          log('21 after the loop');
        })();
      });
      emitter14.on('x', (v) => {
        log('22 listener', v);
      });
      emitter14.emit('x', 1);
      emitter14.emit('x', 2);
    });
  },
  () => {
    fs.readFile('made/hello.txt', 'utf8', (error, value) => {
      const what = error ? error.code : value;
      log('89 readFile', what);
      Promise.allSettled([
        90,
        Promise.resolve(91),
        { then(done) { log('92 thenable'); done(92); } }
      ]).then((v) => log('93 allSettled', v.map((one) => one.status)), (e) => log('93 allSettled failed', e));
      setImmediate(() => {
        log('94 immediate');
        (async () => {
          log('95 async');
          log('97 awaited', await 96);
        })();
        Promise.resolve(99)
        .catch((e) => {
          log('100 catch', e);
          throw new Error('e101');
        })
        .then((v) => {
          log('102 then', v);
          (async () => {
            log('103 async');
            log('105 awaited', await 104);
            log('107 awaited', await 106);
          })().then((v) => log('108 done', v), (e) => log('108 failed', e));
          process.nextTick(() => {
            log('109 tick');
            log('110 sync');
          });
          Promise.resolve({ then(done) { log('111 thenable'); done(111); } })
          .then((v) => {
            log('112 then', v);
            return 113;
          }, (e) => {
            log('114 else', e);
          })
          .then((v) => {
            log('116 then', v);
            return Promise.resolve(117);
          })
          .then((v) => {
            log('118 then', v);
            return Promise.reject(new Error('e119'));
          });
        });
        (async () => {
          log('121 async');
          log('123 awaited', await 122);
          setImmediate(() => {
            log('124 immediate');
          });
          log('126 awaited', await 125);
          process.nextTick(() => {
            log('127 tick');
          });
        })();
      });
    });
    process.nextTick(() => {
      log('129 tick');
      queueMicrotask(() => {
        log('130 microtask');
        (async () => {
          async function* values() {
            try {
              for (let n = 0; n < 2; n++) yield n;
            } finally {
              log('131 generator ends');
            }
          }
          for await (const v of values()) {
            if (v === 0) break;
            log('132 each', v);
          }
          log('133 after the loop');
        })();
        new Promise((resolve, reject) => {
          log('134 executor');
          reject(new Error('e135'));
        });
        queueMicrotask(() => {
          log('136 microtask');
        });
      });
      (async () => {
        log('137 async');
        log('139 awaited', await 138);
        log('141 awaited', await 140);
        log('142 sync');
      })();
    });
    setImmediate(() => {
      log('144 immediate');
    });
    process.nextTick(() => {
      log('145 tick');
    });
  },
];
process.on('beforeExit', (code) => {
  log('beforeExit', code);
  later.shift()?.();
});
let interval146Times = 0;
const interval146 = setInterval(() => {
  if (++interval146Times === 2) clearInterval(interval146);
  log('147 interval');
  const emitter148 = new EventEmitter();
  emitter148.once('x', (v) => {
    log('149 listener, once', v);
    log('150 sync');
  });
  emitter148.emit('x', 1);
  emitter148.emit('x', 2);
  log('151 sync');
  throw new Error('e152');
}, 20);
process.nextTick(() => {
  log('153 tick');
  (async () => {
    async function* values() {
      try {
        for (let n = 0; n < 0; n++) yield n;
      } finally {
        log('154 generator ends');
      }
    }
    for await (const v of values()) {
      log('155 each', v);
    }
    log('156 after the loop');
  })();
  queueMicrotask(() => {
    log('157 microtask');
  });
  queueMicrotask(() => {
    log('158 microtask');
  });
  throw new Error('e159');
});
