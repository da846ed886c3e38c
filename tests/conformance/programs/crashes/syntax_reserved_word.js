const class = 'x';
