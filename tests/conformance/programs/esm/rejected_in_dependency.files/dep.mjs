await null; throw new Error('late in dep');
