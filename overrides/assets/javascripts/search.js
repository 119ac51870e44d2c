// The search bar beside what the theme does: it hears every change, says what fails, and comes back with the back button.
(() => {
  "use strict";
  const RESULT = 3, WARM = 4, ELSEWHERE = 5; // as in worker.js
  let worker = null;

  // The theme keeps its search worker to itself; this keeps a hand on it.
  const TheWorker = window.Worker;
  window.Worker = class extends TheWorker {
    constructor(url, options) {
      super(url, options);
      if (!String(url).includes("/search/worker.js")) return;
      worker = this;
      this.addEventListener("error", (event) => { event.preventDefault(); tell("failed"); });
      // The theme writes its own line first.
      this.addEventListener("message", ({ data: { type, data } }) => requestAnimationFrame(() => {
        if (type === ELSEWHERE) lead(data);
        else if (type === RESULT && data.failed) tell("failed");
        else if (type === RESULT && data.total > data.items.length) tell("some", { total: data.total, shown: data.items.length });
      }));
    }
  };

  const find = (selector) => document.querySelector(selector);
  const input = () => find("[data-md-component=search-query]");
  const toggle = () => document.getElementById("__search");

  const line = () => find(".md-search-result__meta");
  const words = (name, numbers) => find("#moa-search").dataset[name].replace(/{(\w+)}/g, (_, number) => numbers[number]);

  function tell(name, numbers) {
    line().textContent = words(name, numbers);
  }

  // A line to what another language has.
  function lead({ language, query, count }) {
    const link = document.createElement("a"), page = new URL(find(`a.moa-switch[hreflang=${language}]`).href);
    page.search = new URLSearchParams({ q: query });
    link.href = page.href;
    link.hreflang = language;
    link.textContent = words("elsewhere", { count });
    line().append(" · ", link);
  }

  // The theme listens for keys alone: not for what is pasted, dropped, spoken, or composed letter by letter.
  function hear() {
    input().dispatchEvent(new KeyboardEvent("keyup"));
  }

  function open(query) {
    if (!toggle().checked) toggle().click();
    input().value = query;
    input().focus();
    hear();
  }

  function withQuery(query) {
    const address = new URL(location);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  addEventListener("DOMContentLoaded", () => {
    const bar = input();
    if (!bar) return;
    let isLeaving = false;
    bar.addEventListener("focus", () => worker && worker.postMessage({ type: WARM }));
    bar.addEventListener("input", hear);
    bar.addEventListener("compositionupdate", () => setTimeout(hear));

    // A result that is followed leaves the query in the page's address, for the way back.
    find(".md-search").parentElement.addEventListener("click", (event) => {
      const isResult = event.target instanceof Element && event.target.closest(".md-search-result a");
      if (!isResult || event.metaKey || event.ctrlKey) return;
      isLeaving = true;
      withQuery(bar.value);
      setTimeout(() => { isLeaving = false; });
    });
    toggle().addEventListener("change", () => setTimeout(() => toggle().checked || isLeaving || withQuery("")));
    addEventListener("popstate", () => setTimeout(() => {
      const query = new URL(location).searchParams.get("q");
      if (query) open(query);
    }));
  });

  // Enter ends a composition first; some browsers tell of it when the composition is over.
  addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === input() && (event.isComposing || event.keyCode === 229)) event.stopImmediatePropagation();
  }, true);
})();
