'use strict';
const config = Object.freeze({ port: 80 });
delete config.port;
