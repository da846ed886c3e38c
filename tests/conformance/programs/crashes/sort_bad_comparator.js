[3, 1].sort('asc');
