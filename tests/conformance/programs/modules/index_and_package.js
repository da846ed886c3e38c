// Folders: index.js, and package.json’s main.
console.log(require('./plain'), require('./packaged'));
