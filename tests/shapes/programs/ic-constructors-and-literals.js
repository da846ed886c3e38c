// feedback
function area(s) { return s.qw; }
class R { constructor() { this.qw = 1; this.qh = 1; } }
class C { constructor() { this.qw = 1; } }
area(new R()); area(new C()); area({qw: 1}); area({qw: 1, qh: 1}); area({qh: 1, qw: 1});
