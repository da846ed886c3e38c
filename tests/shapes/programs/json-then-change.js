let a = JSON.parse('{"qid": 1, "qprice": 2}'); let b = JSON.parse('{"qid": 2, "qprice": 2.5}'); let c = JSON.parse('{"qid": 3, "qprice": 3}');
same(a, b); same(b, c);
