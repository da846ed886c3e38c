const ok = true;
(ok ? undefined : {}).x;
