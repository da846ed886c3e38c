for (const i; i < 1; i++) {}
