// The definition of a term beside its mention: on hover, on focus, and on the first tap. Escape closes it.
(() => {
  "use strict";
  const OPEN_AFTER = 120, CLOSE_AFTER = 250; // milliseconds; the pointer may take its time to reach the definition
  let open = null; // the link and its box
  let timer = 0;
  let touching = false;

  const termAt = (target) => target instanceof Element && target.closest("a.moa-term");
  const isWithin = (target) => open && target instanceof Node && (open.link.contains(target) || open.box.contains(target));

  function show(link) {
    clearTimeout(timer);
    if (open && open.link === link) return;
    close();
    const source = document.getElementById(link.getAttribute("aria-describedby"));
    if (!source) return;
    const box = document.createElement("span"); // a paragraph holds no block; what is inside is laid out by the styles
    box.className = "moa-popover";
    box.lang = source.closest("[lang]").lang;
    for (const part of source.parentElement.children) {
      const line = document.createElement("span");
      line.append(...[...part.childNodes].map((node) => node.cloneNode(true)));
      box.append(line);
    }
    box.popover = "manual";
    link.after(box); // so that the Tab key leads from the link into it
    if (box.showPopover) box.showPopover();
    open = { link, box };
    place();
  }

  function place() {
    if (!open) return;
    const { link, box } = open;
    const line = link.getClientRects()[0], gap = 6, edge = 12;
    if (!line) return close();
    box.style.maxHeight = "";
    const { width, height } = box.getBoundingClientRect();
    const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
    const below = innerHeight - edge - line.bottom - gap, above = line.top - gap - Math.max(header, 0) - edge;
    const isBelow = height <= below || below >= above;
    const room = Math.max(isBelow ? below : above, 48); // what is longer is scrolled
    box.style.maxHeight = `${room}px`;
    box.style.left = `${Math.max(edge, Math.min(line.left, document.documentElement.clientWidth - width - edge))}px`;
    box.style.top = `${isBelow ? line.bottom + gap : line.top - gap - Math.min(height, room)}px`;
  }

  function close() {
    clearTimeout(timer);
    if (open) open.box.remove();
    open = null;
  }

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = termAt(event.target);
    if (isWithin(event.target)) clearTimeout(timer);
    else if (link) later(() => show(link), OPEN_AFTER);
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType !== "mouse" || isWithin(event.relatedTarget)) return;
    // What the keyboard has opened stays while the focus is there.
    if (isWithin(event.target)) later(() => isWithin(document.activeElement) || close(), CLOSE_AFTER);
    else if (termAt(event.target)) clearTimeout(timer);
  });

  document.addEventListener("focusin", (event) => {
    const link = termAt(event.target);
    if (link && link.matches(":focus-visible")) show(link);
    else if (open && !isWithin(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    touching = false;
    if (event.key !== "Escape" || !open) return;
    const { link, box } = open;
    if (box.contains(document.activeElement)) link.focus();
    close();
  });

  document.addEventListener("pointerdown", (event) => {
    touching = event.pointerType !== "mouse";
    if (open && !isWithin(event.target)) close();
  });
  // The first tap shows the definition, the second follows the link. Material would follow it at once.
  addEventListener("click", (event) => {
    const link = termAt(event.target);
    if (!link || !touching || (open && open.link === link)) return;
    event.preventDefault();
    event.stopPropagation();
    show(link);
  }, true);

  addEventListener("scroll", place, { passive: true, capture: true });
  addEventListener("resize", place);

  // Who follows a link to a mention sees which one is meant, after instant navigation too.
  function arrive() {
    for (const old of document.querySelectorAll(".moa-arrived")) old.classList.remove("moa-arrived");
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.id.startsWith("moa-mention-")) target.classList.add("moa-arrived");
  }
  addEventListener("hashchange", arrive);
  addEventListener("DOMContentLoaded", () => document$.subscribe(() => { close(); setTimeout(arrive); }));
})();
