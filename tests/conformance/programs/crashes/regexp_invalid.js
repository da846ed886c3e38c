const pattern = new RegExp('[a-z');
