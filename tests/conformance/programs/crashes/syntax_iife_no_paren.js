function () { }();
