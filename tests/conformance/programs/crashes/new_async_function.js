async function Loader() {}
new Loader();
