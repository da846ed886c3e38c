// Recursive immediates do not starve timers, unlike recursive ticks.
let turns = 0, fired = false;
setTimeout(() => { fired = true; console.log('timer got in'); }, 5);
(function turn() { turns++; if (!fired) setImmediate(turn); else console.log('turns were many:', turns > 1); })();
