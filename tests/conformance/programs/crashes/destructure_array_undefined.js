const pair = undefined;
const [first, second] = pair;
