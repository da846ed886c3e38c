try { JSON.parse('{"ab'); } catch (error) { console.log(error.message); }
JSON.parse('{ "a": 1,\u2029 "b" 2 }');
