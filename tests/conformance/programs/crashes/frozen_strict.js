'use strict';
const config = Object.freeze({ port: 80 });
config.port = 8080;
