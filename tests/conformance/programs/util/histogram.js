// Values are counted as HDR histograms count them.
const { createHistogram } = require('perf_hooks');
const h = createHistogram();
console.log(h.min, h.max, h.mean, h.stddev, h.skewness, h.kurtosis, h.exceeds, h.count, h.percentile(50), h.percentiles);
for (const v of [1, 2, 3, 10]) h.record(v);
console.log(h.min, h.max, h.mean, h.stddev, h.skewness, h.kurtosis, h.exceeds, h.count, h.percentile(50), h.percentile(25), h.percentile(99));
console.log(h.percentiles, h.percentilesBigInt, h.minBigInt, h.countBigInt);
for (let i = 1; i <= 100; i++) h.record(i * 1000003);
console.log(h);
console.log(h.percentile(1), h.percentile(99.9), h.toJSON());
const g = createHistogram({ lowest: 1, highest: 1000 }); g.record(5000); g.record(7n); console.log(g.exceeds, g.count, g.max);
const k = createHistogram(); k.record(3); g.add(k); console.log(g.count, g.exceeds, g.max); g.reset(); console.log(g.count, g.min, g.max, g.mean);
