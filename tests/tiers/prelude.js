var $$ = (() => {
  let log = new Int32Array(1 << 20), n = 0, cells = new Map(), maps = new Map(), objects = new WeakMap(), natives = new Map(), protos = new WeakMap(), next = 1;
  const own = Object.keys, toString = Function.prototype.toString, isArray = Array.isArray, getProto = Object.getPrototypeOf, is = Object.is;
  const grow = () => { const more = new Int32Array(log.length * 2); more.set(log); log = more; };
  const put = (a, b, c, d, e, f) => { if (n + 6 > log.length) grow(); log[n++] = a; log[n++] = b; log[n++] = c; log[n++] = d; log[n++] = e; log[n++] = f; };
  const internal = v => %IsInternalizedStringP(v);
  const kind = v => {
    switch (typeof v) {
      case 'number': return (v | 0) === v && !is(v, -0) ? 0 : 1;
      case 'bigint': return 2;
      case 'string': return internal(v) ? 3 : 4;
      case 'symbol': return 5;
      case 'boolean': return 6;
      case 'undefined': return 7;
      default: return v === null ? 7 : 8;
    }
  };
  const id = o => { let i = objects.get(o); if (i === undefined) objects.set(o, i = next++); return i; };
  const map = o => {
    let key;
    if (o === null || (typeof o !== 'object' && typeof o !== 'function')) {
      if (o == null) throw new TypeError('of nullish');
      if (typeof o === 'string') return -1;
      if (typeof o === 'number') return -2;
      key = typeof o;
    }
    else {
      const p = getProto(o), e = %HasDictionaryElements(o) ? 'd' : %HasSmiElements(o) ? 's' : %HasDoubleElements(o) ? 'f' : 'o';
      const names = typeof o === 'function' ? ['fn' ] : own(o).filter(k => !(k >>> 0 == k));
      key = (p ? id(p) : 0) + '|' + (isArray(o) ? 'A' : '') + e + (%HasHoleyElements(o) ? 'h' : '') + '|' + (%HasFastProperties(o) ? '' : 'D') + names.join();
    }
    let i = maps.get(key); if (i === undefined) maps.set(key, i = maps.size + 1); return i;
  };
  const binary = (op, a, b) => {
    switch (op) {
      case '+': return a + b; case '-': return a - b; case '*': return a * b; case '/': return a / b; case '%': return a % b; case '**': return a ** b;
      case '|': return a | b; case '&': return a & b; case '^': return a ^ b; case '<<': return a << b; case '>>': return a >> b; case '>>>': return a >>> b;
      case '<': return a < b; case '>': return a > b; case '<=': return a <= b; case '>=': return a >= b;
      case '==': return a == b; case '===': return a === b; case '!=': return a != b; case '!==': return a !== b;
      case '~': return ~a; case 'neg': return -a; case '++': return typeof a === 'bigint' ? a + 1n : +a + 1; case '--': return typeof a === 'bigint' ? a - 1n : +a - 1;
    }
  };
  const classes = { '+': 0, '-': 0, '++': 0, '--': 0, neg: 0, '*': 1, '/': 2, '%': 3, '**': 4, '|': 5, '&': 5, '^': 5, '<<': 5, '>>': 5, '>>>': 5, '~': 5, '<': 6, '>': 6, '<=': 6, '>=': 6, '==': 7, '===': 7, '!=': 7, '!==': 7 };
  const native = f => { const i = id(f); let x = natives.get(i); if (x === undefined) natives.set(i, x = /\[native code\]/.test(toString.call(f)) ? 1 : 0); return x; };
  const names = new Map(), nameId = k => { let i = names.get(k); if (i === undefined) names.set(k, i = names.size + 1); return i; };
  const element = (site, o, k, store) => {
    if (typeof k === 'number' && typeof o === 'object' && o !== null) {
      const length = o.length, out = k >= length || k < 0;
      put(9, site, map(o), out ? 1 : 0, !out && !store && !(k in o) ? 1 : 0, 0);
    } else put(9, site, map(o), 0, 0, typeof k === 'number' ? 0 : nameId(k));
  };
  const self = {
    depth: 0,
    E(f, outer) { const key = outer * 4096 + f; let c = cells.get(key); if (c === undefined) cells.set(key, c = cells.size); put(1, f, outer, c, 0, 0); self.depth++; return c; },
    R(site, v) { put(2, site, 0, 0, 0, 0); self.depth--; return v; },
    X(d) { put(3, d, 0, 0, 0, 0); self.depth = d; },
    K(site) { put(4, site, 0, 0, 0, 0); },
    W(site, v) { if (v) put(4, site, 0, 0, 0, 0); return v; },
    Q(site, v) { put(5, site, v ? 1 : 0, 0, 0, 0); return v; },
    b(site, op, a, b) { const r = binary(op, a, b), c = classes[op]; put(c > 5 ? 7 : 6, site, c, kind(a), kind(b), kind(r)); return r; },
    p(old, _) { return old; },
    N(site, o, k) { put(8, site, map(o), 0, 0, 0); return o[k]; },
    L(site, o, k) { element(site, o, k, false); return o[k]; },
    S(site, o, k, v) { put(8, site, map(o), 0, 0, 0); return o[k] = v; },
    T(site, o, k, v) { const before = n; element(site, o, k, true); o[k] = v; return v; },
    U(load, opSite, store, op, o, k, v, keyed, post) {
      keyed ? element(load, o, k, false) : put(8, load, map(o), 0, 0, 0);
      const old = o[k], r = self.b(opSite, op, old, v);
      keyed ? element(store, o, k, true) : put(8, store, map(o), 0, 0, 0);
      o[k] = r; return post ? old : r;
    },
    m(site, keyed, o, k) { keyed ? element(site, o, k, false) : put(8, site, map(o), 0, 0, 0); return [o, o[k]]; },
    M(site, of, ...a) { put(10, site, id(of[1]), native(of[1]), 0, 0); return of[1].apply(of[0], a); },
    C(site, f, ...a) { put(10, site, id(f), native(f), 0, 0); return f(...a); },
    n(site, F, ...a) { put(11, site, id(F), native(F), 0, 0); return new F(...a); },
    G(site, v) { put(12, site, 0, 0, 0, 0); return v; },
  };
  process.on('exit', () => require('fs').writeFileSync(process.env.OBSERVATIONS, Buffer.from(log.buffer, 0, n * 4)));
  return self;
})();
