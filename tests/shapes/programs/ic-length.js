// feedback
function len(a) { return a.length; }
len([1]); len([1.5]); len(['x']);
