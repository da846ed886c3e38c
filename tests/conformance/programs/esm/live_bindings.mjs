import { count, increment, default as initial } from './counter.mjs';
import * as counter from './counter.mjs';
console.log(count, initial, counter.count);
increment();
console.log(count, initial, counter.count);
try { count = 5; } catch (error) { console.log(error.name, error.message); }
try { counter.count = 5; } catch (error) { console.log(error.name, error.message); }
console.log(counter, Object.keys(counter), counter[Symbol.toStringTag]);
console.log(Object.getOwnPropertyDescriptor(counter, 'count'), 'default' in counter, delete counter.nothing);
try { delete counter.count; } catch (error) { console.log(error.name, error.message); }
try { counter.fresh = 1; } catch (error) { console.log(error.name, error.message); }
console.log(Object.isFrozen(counter), Object.isSealed(counter), Object.isExtensible(counter));
