"""The search bar of a served site, typed into as people do; what it shows, and how long that takes."""

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.search.queries import path_of
from playwright.sync_api import Browser, Page, Response

_BAR = "[data-md-component=search-query]"
# Counts what is asked of the search worker and what it answers, and when an answer has been painted.
_LISTEN = """(() => {
  const QUERY = 2, RESULT = 3, Theirs = window.Worker;
  const heard = window.heard = { asked: 0, answered: 0, painted: 0, sent: 0, took: 0, typed: 0, paint: 0, first: 0 };
  window.Worker = class extends Theirs {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (data.type !== RESULT) return;
        heard.answered++;
        heard.took = performance.now() - heard.sent;
        requestAnimationFrame(() => requestAnimationFrame(() => {
          heard.painted++;
          heard.paint = performance.now() - heard.typed;
          const { value } = document.querySelector("[data-md-component=search-query]");
          if (!heard.first && value) heard.first = performance.now();
        }));
      });
    }
    postMessage(message, ...given) {
      if (message && message.type === QUERY) { heard.asked++; heard.sent = performance.now(); }
      super.postMessage(message, ...given);
    }
  };
  addEventListener("input", () => { heard.typed = performance.now(); }, true);
  addEventListener("focusin", () => { heard.focus = performance.now(); }, true);
})()"""
_SHOWN = """() => [...document.querySelectorAll(".md-search-result__item")].map((item) =>
  [...item.querySelectorAll("a")].filter((link) => !link.closest("details")).map((link) => link.href))"""
_ANSWERED = "heard.asked > 0 && heard.asked === heard.answered && heard.answered === heard.painted"
_TIMEOUT = 120_000  # milliseconds; the theme's own search reads all of a large site first


@dataclass(frozen=True)
class Shown:
    """A page among the results: its path without the language's, its language, the anchors of its shown sections."""

    path: str
    language: str
    anchors: tuple[str, ...]


@dataclass(frozen=True)
class Cold:
    """A first search: bytes for it before focus, gzip bytes until its results, milliseconds from focus to results."""

    before: int
    packed: int
    first: float


class Bar:
    """The bar of a page in one language, open."""

    def __init__(self, browser: Browser, base: str, language: str) -> None:
        self.base = base
        self.page = _opened(browser, base, language)
        self.page.locator(_BAR).click()

    def ask(self, words: str) -> tuple[Shown, ...]:
        """The pages that are shown for words typed in one go."""
        self._put("")
        self._put(words)
        return tuple(self._shown(links) for links in self.page.evaluate(_SHOWN))

    def times(self, words: str) -> list[tuple[float, float]]:
        """Milliseconds from QUERY to RESULT and from keystroke to paint, for each letter that is typed."""
        self._put("")
        found = []
        for end in range(1, len(words) + 1):
            self._put(words[:end])
            heard = self.page.evaluate("heard")
            found.append((heard["took"], heard["paint"]))
        return found

    def close(self) -> None:
        """Leave the page."""
        self.page.context.close()

    def _put(self, words: str) -> None:
        """Have these words in the bar, and wait for what is shown then."""
        bar = self.page.locator(_BAR)
        if bar.input_value() == words:
            return
        bar.fill(words)
        bar.dispatch_event("keyup")  # the theme listens for keys alone
        self.page.wait_for_function(_ANSWERED, timeout=_TIMEOUT)

    def _shown(self, links: Sequence[str]) -> Shown:
        found = [self._address(link) for link in links]
        (first, *path) = found[0][0].split("/")
        language = first if first == "en" else "ko"
        return Shown(
            "/".join(path) if first == language else found[0][0],
            language,
            tuple(anchor for _, anchor in found if anchor),
        )

    def _address(self, link: str) -> tuple[str, str]:
        path, _, anchor = link.removeprefix(self.base).partition("#")
        return path_of(path.partition("?")[0]), anchor


def cold(browser: Browser, base: str, language: str, words: str) -> Cold:
    """What a first search costs on a machine that has nothing of the site yet."""
    fetched: list[Response] = []
    page = _opened(browser, base, language, fetched)
    page.wait_for_load_state("networkidle")
    before = sum(len(each.body()) for each in fetched if _is_of_search(each.url))
    page.locator(_BAR).focus()
    page.keyboard.insert_text(words)
    page.locator(_BAR).dispatch_event("keyup")
    page.wait_for_function("heard.first > 0", timeout=_TIMEOUT)
    heard: dict[str, Any] = page.evaluate("heard")
    packed = sum(len(gzip.compress(each.body(), 6)) for each in fetched if _is_of_search(each.url))
    page.context.close()
    return Cold(before, packed, heard["first"] - heard["focus"])


def _opened(browser: Browser, base: str, language: str, fetched: list[Response] | None = None) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.add_init_script(_LISTEN)
    if fetched is not None:
        page.on("response", lambda response: fetched.append(response))
    page.goto(base + ("en/" if language == "en" else ""))
    return page


def _is_of_search(url: str) -> bool:
    return "search" in url or "/lunr/" in url
