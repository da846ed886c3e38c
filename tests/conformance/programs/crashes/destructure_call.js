function load() {}
const { data } = load();
