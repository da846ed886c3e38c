// The page's first script, before its first paint: the reader's theme, if one was chosen; then the page itself.
(() => {
  try {
    const theme = localStorage.getItem("node-lifecycle.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is switched off: the system's theme it is.
  }
  // The editor comes only when someone wants to edit.
  globalThis.nodeLifecycle = { editor: () => import("./editor.js") };
  const sorry = () => {
    const place = document.getElementById("starting");
    if (place) place.textContent = "This page needs WebAssembly, and it could not be started here. A current browser can show it.";
  };
  import("./app.js").then((app) => app.default()).catch(sorry);
})();
