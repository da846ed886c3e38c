// An unrefed immediate keeps nothing alive, and runs if the loop gets to the check phase: it does, even behind the last timer.
setImmediate(()=>console.log('unref immediate')).unref();setTimeout(()=>console.log('t'),1);
