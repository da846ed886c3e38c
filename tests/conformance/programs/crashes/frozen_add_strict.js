'use strict';
const config = Object.freeze({ port: 80 });
config.host = 'localhost';
