const target = new EventTarget();
target.addEventListener('x', () => { null.foo; });
target.dispatchEvent(new Event('x'));
