throw { code: 'E_BAD', detail: [1, 2] };
