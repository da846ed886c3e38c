// emit('error') without a listener throws its argument.
const EventEmitter = require('events');
const e = new EventEmitter();
try { e.emit('error', new Error('mine')); } catch (error) { console.log('thrown', error.message); }
try { e.emit('error', 'not an error'); } catch (error) { console.log(error.code, error.message, error.context); }
try { e.emit('error'); } catch (error) { console.log(error.code, error.message); }
