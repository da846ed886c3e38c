const settings = null;
if (settings.theme === 'dark') {
  console.log('dark');
}
