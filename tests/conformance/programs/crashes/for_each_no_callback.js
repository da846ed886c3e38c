[1].forEach();
