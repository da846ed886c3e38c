// process.exit with a wrong code throws.
try { process.exit('many'); } catch (error) { console.log(error.name, error.code, error.message); }
