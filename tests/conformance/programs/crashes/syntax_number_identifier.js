const 1st = 1;
