console..log(1);
