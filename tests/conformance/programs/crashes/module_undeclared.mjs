count = 1;
