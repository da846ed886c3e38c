async function f() { const await = 1; }
