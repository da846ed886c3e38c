const [state, setState] = { state: 1, setState() {} };
