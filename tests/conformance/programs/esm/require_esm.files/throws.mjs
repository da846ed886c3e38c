throw new Error('required and thrown');
