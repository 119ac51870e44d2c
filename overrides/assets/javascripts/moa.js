// The two languages in the browser. This runs once, before the page is there; `moaPage` is called by every page.
(() => {
  "use strict";
  const english = new URL("en/", __md_scope).pathname;
  const isEnglish = (address) => address.pathname.startsWith(english);
  const isPage = (address) => address.origin === location.origin && address.pathname.startsWith(__md_scope.pathname);

  // Called from the content, on a full load and after instant navigation alike, before Material looks at the page.
  window.moaPage = () => {
    // Material asks for a sitemap.xml beside every alternate, where there is none. It does not see them under this
    // name, and they get their own back below.
    for (const link of document.querySelectorAll("head > link[rel=alternate]")) link.rel = "moa-alternate";

    // The header outlives instant navigation, so the switcher is led to this page's other language.
    const page = document.getElementById("moa-page");
    for (const link of document.querySelectorAll("a.moa-switch")) {
      const target = page.dataset[link.hreflang];
      if (target !== undefined) link.href = new URL(target, location.href).href;
    }

    // The error page speaks both languages; the one of the address comes first.
    const notFound = document.querySelector(".moa-not-found > [lang=en]");
    if (notFound && isEnglish(location)) notFound.parentElement.prepend(notFound);
  };

  addEventListener("DOMContentLoaded", () => {
    document$.subscribe(() => {
      for (const link of document.querySelectorAll("head > link[rel=moa-alternate]")) link.rel = "alternate";
    });
  });

  // What is closed opens for a link that leads into it, after a full load and after instant navigation, and on paper.
  function reveal() {
    const target = document.querySelector(":target") || document.getElementById(location.hash.slice(1));
    const moved = target && target.matches(".moa-moved > p") && target.querySelector("a");
    if (moved) location.replace(moved.href); // the section has left this page
    let closed = target && target.closest("details:not([open])");
    if (!closed) return;
    for (; closed; closed = target.closest("details:not([open])")) closed.open = true;
    target.scrollIntoView();
  }
  addEventListener("DOMContentLoaded", () => document$.subscribe(() => setTimeout(reveal)));
  addEventListener("hashchange", reveal);
  addEventListener("click", (event) => {
    // A second click on the same link changes no hash.
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (link && link.hash && link.hash === location.hash) setTimeout(reveal);
  });
  let printing = [];
  addEventListener("beforeprint", () => {
    const closed = [...document.querySelectorAll("article details:not([open])")];
    for (const details of closed) details.open = true;
    printing = [...printing, ...closed];
  });
  addEventListener("afterprint", () => {
    for (const details of printing) details.open = false;
    printing = [];
  });

  // The section that the reader is in: the one named by the address, else the last whose heading has reached the top.
  function section() {
    if (location.hash && document.getElementById(location.hash.slice(1))) return location.hash;
    const top = document.querySelector(".md-header").getBoundingClientRect().bottom + 48;
    const headings = [...document.querySelectorAll("article :is(h2, h3, h4, h5, h6)[id]")];
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < top);
    return passed.length ? `#${passed.at(-1).id}` : "";
  }

  // A link to the other language loads in full: instant navigation would keep this language's header and `lang`.
  addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (!link) return;
    if (link.matches(".moa-switch")) link.hash = section();
    const leaves = isPage(link) && isEnglish(link) !== (document.documentElement.lang === "en");
    if (leaves || link.matches(".moa-switch")) event.stopPropagation();
  }, true);
})();
