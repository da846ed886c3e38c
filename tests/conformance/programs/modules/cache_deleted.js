// Deleting from require.cache runs it again.
require('./once'); require('./once');
delete require.cache[require.resolve('./once')];
require('./once');
