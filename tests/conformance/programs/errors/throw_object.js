// An object thrown.
throw { code: 42, why: 'because' };
