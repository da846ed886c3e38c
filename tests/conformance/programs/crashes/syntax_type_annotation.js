const n: number = 1;
