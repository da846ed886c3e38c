process.on('uncaughtException', (error, origin) => console.log('uncaughtException', error.message, origin));
await import('./dep.mjs').catch((error) => console.log('caught', error.message));
await import('./parent.mjs').catch((error) => console.log('caught by parent', error.message));
import('./late.mjs');
