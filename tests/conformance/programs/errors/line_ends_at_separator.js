`a b`;
function f() { null.x } const later = () => f(); // g later();
