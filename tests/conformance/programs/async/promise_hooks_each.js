// One promise hook at a time, stopping them, and what is no hook.
const { promiseHooks } = require('v8');
const seen = [];
const stops = [promiseHooks.onInit((p, parent) => seen.push(['init', parent === undefined])), promiseHooks.onBefore(() => seen.push('before')), promiseHooks.onAfter(() => seen.push('after')), promiseHooks.onSettled(() => seen.push('settled'))];
const p = Promise.resolve(3).then(() => 4);
p.then(() => { for (const stop of stops) stop(); Promise.resolve().then(() => console.log(seen)); });
for (const f of [() => promiseHooks.onInit(1), () => promiseHooks.onInit(async () => {}), () => promiseHooks.createHook({ init: 1 }), () => promiseHooks.createHook(), () => promiseHooks.onSettled()]) { try { f(); console.log('none'); } catch (e) { console.log(e.name, e.code, e.message); } }
