const n = 100_;
