import fixtures from './fixtures.js';

export const { fixturesDir, path, fileURL, readSync, readKey, readKeys } = fixtures;
