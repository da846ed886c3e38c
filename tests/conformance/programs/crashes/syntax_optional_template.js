const o = {};
o?.f`x`;
