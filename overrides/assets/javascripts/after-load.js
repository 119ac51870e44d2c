// Runs once. What must happen on every page is in page.js.
(() => {
  "use strict";
  const english = new URL("en/", __md_scope).pathname;
  const languageOf = (url) => (url.pathname.startsWith(english) ? "en" : "ko");
  const isPage = (url) => url.origin === location.origin && url.pathname.startsWith(__md_scope.pathname);

  // The section that the reader is in: the one named by the address, else the last whose heading is above the middle.
  function section() {
    if (location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))) return location.hash;
    if (scrollY < 80) return "";
    const headings = [...document.querySelectorAll("article :is(h2, h3, h4, h5, h6)[id]")];
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    return passed.length ? `#${passed.at(-1).id}` : "";
  }

  // A link to the other language loads in full: instant navigation would keep this language's header and `lang`.
  addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (!link) return;
    if (link.matches(".moa-switch")) {
      link.hash = section();
      event.stopPropagation();
    } else if (isPage(link) && languageOf(link) !== document.documentElement.lang) {
      event.stopPropagation();
    }
  }, true);

  document$.subscribe(() => {
    for (const link of document.querySelectorAll("head > link[rel=moa-alternate]")) link.rel = "alternate";
  });
})();
