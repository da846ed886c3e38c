// feedback
function P(x, y) { this.qx = x; this.qy = y; }
for (let i = 0; i < 5; i++) new P(i, i);
new P(1.5, 1);
new P('x', 'y');
