const it = { whole: true }; export { it as 'module.exports' };
