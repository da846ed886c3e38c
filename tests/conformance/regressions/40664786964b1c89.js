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
      log('1 timer 10');
      const emitter2 = new EventEmitter();
      emitter2.on('x', (v) => {
        log('3 listener', v);
        new Promise((resolve, reject) => {
          log('4 executor');
          new Promise((resolve, reject) => {
            log('5 executor');
            log('6 sync');
            reject(new Error('e7'));
          })
          .catch((e) => {
            log('8 catch', e);
            log('9 sync');
            return Promise.resolve(10);
          });
          resolve(11);
        })
        .catch((e) => {
          log('12 catch', e);
          (async () => {
            log('13 async');
            return Promise.reject(new Error('e14'));
            log('16 awaited', await 15);
          })().then((v) => log('17 done', v), (e) => log('17 failed', e));
          Promise.reject(new Error('e18'));
          new Promise((resolve, reject) => {
            log('19 executor');
            log('20 sync');
            queueMicrotask(() => resolve(21));
          });
          return Promise.reject(new Error('e22'));
        });
        try {
          log('23 try');
          setTimeout(() => {
            log('24 timeout');
            log('25 sync');
          }, 0);
          spin();
          setImmediate(() => {
            log('26 immediate');
            log('27 sync');
          });
          log('28 sync');
        } catch (e) {
          log('29 catch', e);
          (async () => {
            async function* values() {
              try {
                for (let n = 0; n < 1; n++) yield n;
              } finally {
                log('30 generator ends');
              }
            }
            for await (const v of values()) {
              log('31 each', v);
              log('32 sync');
            }
            log('33 after the loop');
          })();
        } finally {
          log('34 finally');
        }
      });
      emitter2.on('x', (v) => {
        log('35 listener', v);
        process.nextTick(() => {
          log('36 tick');
          throw new Error('e37');
        });
        setTimeout(() => {
          log('38 timeout');
        }, 0);
        spin();
      });
      emitter2.emit('x', 1);
      emitter2.emit('x', 2);
    }, 10);
    spin(40);
  },
];
process.on('beforeExit', (code) => {
  log('beforeExit', code);
  later.shift()?.();
});
setTimeout(() => {
  log('39 timer 10');
  log('40 sync');
}, 10);
spin(40);
