// A module that throws while loading is not cached.
for (const n of [1, 2]) { try { require('./bad'); } catch (e) { console.log(n, e.message); } }
