let a = JSON.parse('[1, 2]'); let b = JSON.parse('[1, 2.5]'); let c = JSON.parse('["a"]');
kind(a); kind(b); kind(c);
