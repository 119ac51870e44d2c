// Runs for every page, on a full load and after instant navigation alike, before Material looks at the page.
(() => {
  "use strict";
  const page = document.getElementById("moa-page");

  // Material asks for a sitemap.xml beside every alternate, where there is none. It does not see them under this
  // name; after-load.js gives them their own back.
  for (const link of document.querySelectorAll("head > link[rel=alternate]")) link.rel = "moa-alternate";

  // The header outlives instant navigation, so the switcher is led to this page's other language.
  for (const link of document.querySelectorAll("a.moa-switch")) {
    const target = page.dataset[link.hreflang];
    if (target !== undefined) link.href = new URL(target, location.href).href;
  }

  // The error page speaks both languages; the one of the address comes first.
  const root = new URL("en/", __md_scope).pathname;
  const english = document.querySelector(".moa-not-found > [lang=en]");
  if (english && location.pathname.startsWith(root)) english.parentElement.prepend(english);
})();
