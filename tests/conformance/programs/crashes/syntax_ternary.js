const a = true ? 1;
