// functions: fib isPrime bubble factorial reverse countWords memo debounce flatten groupBy
function fib(n) { if (n <= 1) return n; return fib(n - 1) + fib(n - 2); }
function isPrime(n) { if (n < 2) return false; for (let i = 2; i * i <= n; i++) { if (n % i === 0) return false; } return true; }
function bubble(list) { for (let i = 0; i < list.length; i++) { for (let j = 0; j < list.length - i - 1; j++) { if (list[j] > list[j + 1]) { [list[j], list[j + 1]] = [list[j + 1], list[j]]; } } } return list; }
const factorial = n => n <= 1 ? 1 : n * factorial(n - 1);
function reverse(text) { let out = ''; for (const c of text) out = c + out; return out; }
function countWords(text) { const counts = {}; for (const word of text.split(' ')) { counts[word] = (counts[word] || 0) + 1; } return counts; }
function memo(f) { const cache = new Map(); return function (x) { if (cache.has(x)) return cache.get(x); const v = f.call(this, x); cache.set(x, v); return v; }; }
function debounce(f, ms) { let timer; return (...args) => { clearTimeout(timer); timer = setTimeout(() => f(...args), ms); }; }
function flatten(list) { return list.reduce((all, x) => Array.isArray(x) ? [...all, ...flatten(x)] : [...all, x], []); }
function groupBy(list, key) { const groups = new Map(); for (const item of list) { const k = key(item); const group = groups.get(k) ?? []; group.push(item); groups.set(k, group); } return groups; }
fib(3); isPrime(7); bubble([2, 1]); factorial(3); reverse('ab'); countWords('a b'); memo(x => x)(1); debounce(() => {}, 1)(1); flatten([1, [2]]); groupBy([1], x => x);
