// CodeMirror's stylesheets without <style> elements, which the page's Content-Security-Policy refuses: as adopted stylesheets.
import { StyleModule } from "style-mod";

const known = new Set();

StyleModule.mount = (root, modules) => {
  const place = root.adoptedStyleSheets ? root : document;
  // As the original does: an earlier module wins over a later one, so it comes later in the cascade.
  for (const module of [modules].flat().toReversed()) {
    if (known.has(module)) continue;
    known.add(module);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(module.getRules());
    place.adoptedStyleSheets = [...place.adoptedStyleSheets, sheet];
  }
};
