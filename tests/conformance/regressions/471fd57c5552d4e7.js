const fs = require('fs');
const EventEmitter = require('events');
const shown = (what) => (what instanceof Error ? what.message : what);
const log = (...what) => console.log(...what.map(shown));
const spin = (ms = 3) => { const start = Date.now(); while (Date.now() - start < ms); };
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
let interval82Times = 0;
const interval82 = setInterval(() => {
  if (++interval82Times === 2) clearInterval(interval82);
  log('83 interval');
  (async () => {
    log('84 async');
    try {
    } catch (e) {
      log('85 catch', e);
      log('86 sync');
      try {
        log('87 try');
        log('88 sync');
        throw new Error('e89');
      } catch (e) {
        log('90 catch', e);
        log('91 sync');
      }
      try {
        log('92 try');
        log('93 sync');
        throw new Error('e94');
      } catch (e) {
        log('95 catch', e);
      } finally {
        log('96 finally');
      }
    } finally {
      log('97 finally');
      log('98 sync');
      new Promise((resolve, reject) => {
        log('99 executor');
        reject(new Error('e100'));
      })
      .then((v) => {
        log('101 then', v);
        log('102 sync');
      })
      .finally(() => {
        log('104 finally');
        log('105 sync');
        return 106;
      })
      .then((v) => {
        log('107 then', v);
        return 108;
      });
      new Promise((resolve, reject) => {
        log('109 executor');
        resolve(110);
      })
      .then((v) => {
        log('111 then', v);
        return Promise.reject(new Error('e112'));
      })
      .then((v) => {
        log('113 then', v);
        log('114 sync');
      });
    }
    try {
      log('116 try');
      log('117 sync');
    } catch (e) {
      log('118 catch', e);
      log('119 sync');
    }
    queueMicrotask(() => {
      log('120 microtask');
    });
  })().then((v) => log('121 done', v), (e) => log('121 failed', e));
  try {
    log('122 try');
    (async () => {
      log('123 async');
    })();
    queueMicrotask(() => {
      log('125 microtask');
    });
    throw new Error('e126');
  } catch (e) {
    log('127 catch', e);
    queueMicrotask(() => {
      log('128 microtask');
      log('129 sync');
    });
    try {
      log('130 try');
      log('131 sync');
      throw new Error('e132');
    } catch (e) {
      log('133 catch', e);
      log('134 sync');
    } finally {
      log('135 finally');
    }
    throw new Error('e136');
  } finally {
    log('137 finally');
    (async () => {
      log('138 async');
      log('140 awaited', await 139);
    })();
  }
  Promise.resolve({ then(done) { log('142 thenable'); done(142); } })
  .then((v) => {
    log('143 then', v);
    log('144 sync');
    const emitter145 = new EventEmitter();
    emitter145.on('x', (v) => {
      log('146 listener', v);
      log('147 sync');
    });
    emitter145.once('x', (v) => {
      log('148 listener, once', v);
    });
    emitter145.emit('x', 1);
    process.nextTick(() => {
      log('149 tick');
    });
    return Promise.reject(new Error('e150'));
  })
  .finally(() => {
    log('151 finally');
    return 152;
  });
}, 20);
(async () => {
  async function* values() {
    try {
      for (let n = 0; n < 3; n++) yield n;
    } finally {
      log('153 generator ends');
    }
  }
  for await (const v of values()) {
    if (v === 2) break;
    log('154 each', v);
    Promise.resolve(155)
    .then((v) => {
      log('156 then', v);
      log('157 sync');
      return 158;
    })
    .finally(() => {
      log('159 finally');
      return Promise.reject(new Error('e160'));
    })
    .catch((e) => {
      log('161 catch', e);
      return Promise.reject(new Error('e162'));
    });
    (async () => {
      log('163 async');
      log('164 sync');
      log('166 awaited', await 165);
      log('168 awaited', await 167);
      try {
        log('170 awaited', await 169);
      } catch (e) {
        log('171 catch', e);
      }
    })();
    process.nextTick(() => {
      log('173 tick');
      log('174 sync');
    });
  }
  log('175 after the loop');
})();
(async () => {
  log('176 async');
  log('178 awaited', await Promise.reject(new Error('e177')));
  log('180 awaited', await new Promise((done) => queueMicrotask(() => { log('179 settles'); done(179); })));
})().then((v) => log('181 done', v), (e) => log('181 failed', e));
log('182 sync');
