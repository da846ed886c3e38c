switch (x) { console.log(1); }
