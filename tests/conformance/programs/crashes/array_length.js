const list = new Array(-1);
