const count = 5;
count();
