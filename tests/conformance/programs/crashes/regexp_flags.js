new RegExp('a', 'gg');
