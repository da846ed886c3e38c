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
  const say = (words) => {
    const place = document.getElementById("starting");
    if (place) place.textContent = words;
  };
  import("./app.js").then((app) => app.default()).catch(() => {
    clearInterval(watch);
    say("This page needs WebAssembly, and it could not be started here. A current browser can show it.");
  });
  // Now and then a browser gets all of the page and never starts it: once in many hundred loads, and why is not known. The next load does.
  const AGAIN = "node-lifecycle.started-again";
  const arrived = (name) => performance.getEntriesByType("resource").some((one) => one.name.includes(name) && one.responseEnd > 0);
  let waited = 0;
  const watch = setInterval(() => {
    if (!document.getElementById("starting")) {
      try { sessionStorage.removeItem(AGAIN); } catch { /* as above */ }
      return clearInterval(watch);
    }
    waited = arrived("/app") && arrived("_bg") ? waited + 1 : 0;
    if (waited < 10) return;
    clearInterval(watch);
    say("The page is here and does not start. Please load it again.");
    try {
      if (sessionStorage.getItem(AGAIN)) return;
      sessionStorage.setItem(AGAIN, "1");
    } catch {
      return;
    }
    console.warn("Node Lifecycle: all of the page has arrived and it has not started in 10 s; it is loaded again.");
    location.reload();
  }, 1_000);
})();
