let grid = null;
const row = 2, column = 3;
grid[row][column] = 'x';
