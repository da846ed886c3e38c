const { a };
