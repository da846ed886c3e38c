let a = [1, 2];
kind(a.map((x) => x)); kind(a.map((x) => x + 0.5)); kind(a.map((x) => 'a'));
