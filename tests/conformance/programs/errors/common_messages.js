// What the engine says in the errors that people meet.
const tries = {
  undefinedProperty: () => undefined.x, nullProperty: () => null.x, notFunction: () => (1)(), notConstructor: () => new (() => {})(),
  notIterable: () => { const [a] = 1; }, spreadUndefined: () => [...undefined], inOperator: () => 'a' in 'b', instanceOf: () => ({}) instanceof 5,
  badJson: () => JSON.parse('{bad'), emptyJson: () => JSON.parse(''), circular: () => { const o = {}; o.o = o; JSON.stringify(o); }, bigint: () => 1n + 1,
  symbol: () => `${Symbol('s')}`, invalidDate: () => new Date(NaN).toISOString(), regexp: () => new RegExp('('), uri: () => decodeURIComponent('%'),
  frozen: () => { 'use strict'; Object.freeze([1]).push(2); }, destructure: () => { const { a } = null; }, classCall: () => { class A {} A(); }, superMissing: () => { class A {} class B extends A { constructor() {} } new B(); },
};
for (const [name, f] of Object.entries(tries)) { try { f(); console.log(name, 'no error'); } catch (error) { console.log(name, '-', error.name + ':', error.message); } }
