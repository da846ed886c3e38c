// Stands in for undici, which is not packed: `MessageEvent`, which messaging takes from it, and a `fetch` that says that it is not there
// (node v24.21.0 lib/internal/deps/undici/undici.js, `lib/web/websocket/events.js`).
'use strict';

const { Event } = require('internal/event_target');
const { kEnumerableProperty } = require('internal/util');
const { codes: { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM, ERR_INVALID_THIS, ERR_MISSING_ARGS } } = require('internal/errors');

class MessageEvent extends Event {
  #init;
  constructor(type, init = {}) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    super(`${type}`, init);
    const { data = null, origin = '', lastEventId = '', source = null, ports = [] } = init;
    this.#init = { data, origin: `${origin}`, lastEventId: `${lastEventId}`, source, ports: [...ports] };
  }
  static #of(event) {
    if (!(#init in event)) throw new ERR_INVALID_THIS('MessageEvent');
    return event.#init;
  }
  get data() { return MessageEvent.#of(this).data; }
  get origin() { return MessageEvent.#of(this).origin; }
  get lastEventId() { return MessageEvent.#of(this).lastEventId; }
  get source() { return MessageEvent.#of(this).source; }
  get ports() { return Object.freeze(MessageEvent.#of(this).ports); }
  initMessageEvent(type, bubbles = false, cancelable = false, data = null, origin = '', lastEventId = '', source = null, ports = []) {
    return new MessageEvent(type, { bubbles, cancelable, data, origin, lastEventId, source, ports });
  }
}

Object.defineProperties(MessageEvent.prototype, {
  [Symbol.toStringTag]: { value: 'MessageEvent', configurable: true },
  data: kEnumerableProperty,
  origin: kEnumerableProperty,
  lastEventId: kEnumerableProperty,
  source: kEnumerableProperty,
  ports: kEnumerableProperty,
  initMessageEvent: kEnumerableProperty,
});

module.exports = {
  MessageEvent,
  async fetch() { throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('fetch'); },
  createFastMessageEvent(type, init) { return new MessageEvent(type, init); },
};
