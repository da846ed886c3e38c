const r = /[z-a]/;
