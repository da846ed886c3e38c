let a = {qa: 1, qb: 2, qc: 3, qd: 4, qe: 5, qf: 6, qg: 7, qh: 8};
for (let i = 0; i < 13; i++) a['qp' + i] = i;
fast(a);
let b = {qa: 1, qb: 2, qc: 3, qd: 4, qe: 5, qf: 6, qg: 7, qh: 8};
for (let i = 0; i < 16; i++) b['qp' + i] = i;
fast(b);
