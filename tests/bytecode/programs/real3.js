// functions: push pop peek insert walk toString Stack parse evaluate compose range zip entries pick
class Stack { constructor() { this.items = []; this.size = 0; } push(x) { this.items[this.size++] = x; return this; } pop() { return this.size ? this.items[--this.size] : undefined; } peek() { return this.items[this.size - 1]; } get empty() { return this.size === 0; } static of(...xs) { const s = new Stack(); for (const x of xs) s.push(x); return s; } toString() { return `Stack(${this.items.join(', ')})`; } }
function insert(tree, v) { if (!tree) return { v, left: null, right: null }; if (v < tree.v) tree.left = insert(tree.left, v); else tree.right = insert(tree.right, v); return tree; }
function* walk(tree) { if (tree) { yield* walk(tree.left); yield tree.v; yield* walk(tree.right); } }
function parse(text) { let at = 0; const next = () => text[at++]; const out = []; let c; while ((c = next()) !== undefined) { if (c >= '0' && c <= '9') out.push(+c); else if (c === ' ') continue; else out.push(c); } return out; }
function evaluate(tokens) { const stack = []; for (const t of tokens) { if (typeof t === 'number') { stack.push(t); } else { const b = stack.pop(), a = stack.pop(); stack.push(t === '+' ? a + b : t === '-' ? a - b : a * b); } } return stack[0]; }
const compose = (...fs) => x => fs.reduceRight((v, f) => f(v), x);
function range(start, end = start, step = 1) { const out = []; for (let i = start; i < end; i += step) out.push(i); return out; }
function zip(a, b) { return a.map((x, i) => [x, b[i]]); }
function entries(o) { const out = []; for (const [k, v] of Object.entries(o)) { out.push(k + '=' + v); } return out.join('&'); }
function pick({ a, b: { c = 1, ...rest } = {} }, ...keys) { return { a, c, rest, n: keys.length }; }
const s = new Stack(); s.push(1); s.peek(); s.pop(); s.toString(); Stack.of(1); [...walk(insert(insert(null, 1), 2))]; evaluate(parse('1 2+')); compose(x => x)(1); range(1, 2); zip([1], [2]); entries({ a: 1 }); pick({ a: 1 }, 2);
