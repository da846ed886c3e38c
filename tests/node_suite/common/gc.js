// Waiting for the collector; needs --expose-gc.
'use strict';
const wait = require('timers/promises').setTimeout;

/** Collects until `condition` holds, at most `most` times. */
async function gcUntil(name, condition, most = 10, options = undefined) {
  for (let count = 0; count < most; count++) {
    await wait(1);
    await globalThis.gc(options);
    if (condition()) return;
  }
  throw new Error(`Test ${name} failed`);
}

const trackers = new Map();
let nextId = 0;
let registry;
/** Calls `listener.ongc` when `object` was collected. */
function onGC(object, listener) {
  registry ??= new FinalizationRegistry((id) => {
    trackers.get(id)?.ongc();
    trackers.delete(id);
  });
  trackers.set(++nextId, listener);
  registry.register(object, nextId);
}

async function checkIfCollectable(make, most = 10, options = undefined) {
  const reference = new WeakRef(await make());
  await gcUntil('object', () => reference.deref() === undefined, most, options);
}

/** Runs `make`, which answers how many objects of `Class` it has made; fails unless a collection takes one of them. */
async function checkIfCollectableByCounting(make, Class, count, waitTime = 20) {
  const { queryObjects } = require('v8');
  const initial = queryObjects(Class, { format: 'count' });
  let made = 0;
  for (let at = 0; at < count; at++) made += await make(at);
  await wait(waitTime);
  for (let at = 0; at < count; at++) {
    if (queryObjects(Class, { format: 'count' }) - initial < made) return;
    await wait(waitTime);
  }
  throw new Error(`${Class.name} is not collectable`);
}

async function runAndBreathe(run, times) {
  for (let count = 0; count < times; count++) {
    await run();
    await wait(1);
  }
}

module.exports = { checkIfCollectable, checkIfCollectableByCounting, gcUntil, onGC, runAndBreathe };
