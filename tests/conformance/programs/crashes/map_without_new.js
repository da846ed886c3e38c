const m = Map([[1, 2]]);
