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
    setTimeout(() => {
      log('6 timer 10');
      Promise.resolve(7)
      .finally(() => {
        log('8 finally');
        setTimeout(() => {
          log('9 timeout');
        }, 0);
        spin();
        process.nextTick(() => {
          log('10 tick');
          setImmediate(() => {
            log('11 immediate');
          });
          const emitter12 = new EventEmitter();
          emitter12.on('x', (v) => {
            log('13 listener', v);
          });
          emitter12.emit('x', 1);
          emitter12.emit('x', 2);
        });
        queueMicrotask(() => {
          log('14 microtask');
          (async () => {
            log('15 async');
          })();
          queueMicrotask(() => {
            log('17 microtask');
            log('18 sync');
          });
        });
        return Promise.resolve(19);
      })
      .then((v) => {
        log('20 then', v);
        return { then(done) { log('22 thenable'); done(22); } };
      })
      .then((v) => {
        log('23 then', v);
        setTimeout(() => {
          log('24 timeout');
          setTimeout(() => {
            log('25 timeout');
            log('26 sync');
          }, 0);
          spin();
        }, 0);
        spin();
        setTimeout(() => {
          log('27 timeout');
          (async () => {
            log('28 async');
            log('29 sync');
            log('31 awaited', await 30);
          })().then((v) => log('32 done', v), (e) => log('32 failed', e));
          log('33 sync');
          const emitter34 = new EventEmitter();
          emitter34.on('x', (v) => {
            log('35 listener', v);
          });
          emitter34.emit('x', 1);
          emitter34.emit('x', 2);
        }, 0);
        spin();
        Promise.resolve(36)
        .then((v) => {
          log('37 then', v);
          return 38;
        }, (e) => {
          log('39 else', e);
          Promise.resolve(40)
          .then((v) => {
            log('41 then', v);
            log('42 sync');
            return 43;
          });
          try {
            log('44 try');
            log('45 sync');
          } catch (e) {
            log('46 catch', e);
          }
        })
        .then((v) => {
          log('48 then', v);
          return Promise.resolve(49);
        });
        return { then(done) { log('51 thenable'); done(51); } };
      });
    }, 10);
    spin(40);
    process.nextTick(() => {
      log('1 tick');
      throw new Error('e2');
    });
    process.nextTick(() => {
      log('3 tick');
      throw new Error('e4');
    });
    throw new Error('e5');
  },
];
process.on('beforeExit', (code) => {
  log('beforeExit', code);
  later.shift()?.();
});
log('52 sync');
