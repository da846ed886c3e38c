export const one = 1; export function two() { return 2; } console.log('named runs');
