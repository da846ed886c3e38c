const a = null;
(a || undefined)();
