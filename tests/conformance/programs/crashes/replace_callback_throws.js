'abc'.replace(/b/, (match) => match.foo.bar);
