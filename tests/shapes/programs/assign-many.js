let a = {qp0: 0, qp1: 1, qp2: 2, qp3: 3, qp4: 4, qp5: 5, qp6: 6, qp7: 7, qp8: 8, qp9: 9, qp10: 10, qp11: 11, qp12: 12, qp13: 13, qp14: 14,
qp15: 15, qp16: 16, qp17: 17, qp18: 18, qp19: 19, qp20: 20, qp21: 21, qp22: 22, qp23: 23, qp24: 24, qp25: 25, qp26: 26, qp27: 27, qp28: 28,
qp29: 29, qp30: 30, qp31: 31, qp32: 32, qp33: 33, qp34: 34, qp35: 35, qp36: 36, qp37: 37, qp38: 38, qp39: 39, qp40: 40, qp41: 41, qp42: 42,
qp43: 43, qp44: 44, qp45: 45, qp46: 46, qp47: 47, qp48: 48, qp49: 49, qp50: 50, qp51: 51, qp52: 52, qp53: 53, qp54: 54, qp55: 55, qp56: 56,
qp57: 57, qp58: 58, qp59: 59};
let b = Object.assign({}, a);
fast(a); fast(b);
let c = {...a}; fast(c);
let d = {first: 1, ...a}; fast(d);
