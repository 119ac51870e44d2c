"""The book in a real browser: both languages, the switcher, the navigation, narrow and dark screens."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.looking import faults
from tests.conftest import OpenPage, Serve
from tests.quiet import Noise
from tests.site.books import BOOK, served_book

pytestmark = pytest.mark.browser

# Long enough to scroll, in both languages.
LONG = {
    **BOOK,
    "ko/notes/a/pod.md": BOOK["ko/notes/a/pod.md"].replace("네트워크다.", "네트워크다.\n\n" * 40),
    "en/notes/a/pod.md": BOOK["en/notes/a/pod.md"].replace("The network.", "The network.\n\n" * 40),
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    """The small book's address."""
    return served_book(LONG, tmp_path_factory.mktemp("browser"), serve)


def lang(page: Page) -> str | None:
    return page.locator("html").get_attribute("lang")


def switch(page: Page, code: str) -> None:
    """Choose a language as a reader does."""
    page.get_by_role("button", name=re.compile("언어|language")).hover()
    with page.expect_navigation():
        page.locator(f"a.moa-switch[hreflang={code}]").click()


def mark(page: Page) -> None:
    """Leave a mark that instant navigation keeps and a full load loses."""
    page.evaluate("window.kept = true")


def is_marked(page: Page) -> bool:
    return bool(page.evaluate("window.kept === true"))


def test_both_languages_open_and_say_which_they_are(page: Page, book: str) -> None:
    page.goto(book)
    assert (lang(page), page.locator("h1").first.inner_text()) == ("ko", "첫 페이지¶")
    page.goto(f"{book}en/")
    assert (lang(page), page.locator("h1").first.inner_text()) == ("en", "First page¶")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("", "en/"),
        ("notes/a/pod/", "en/notes/a/pod/"),
        ("notes/a/pod/#volume", "en/notes/a/pod/#volume"),
        ("notes/b/node/#status", "en/notes/b/node/#status"),
    ],
)
def test_the_switcher_leads_to_the_same_page_and_section_and_back(page: Page, book: str, start: str, end: str) -> None:
    page.goto(book + start)
    switch(page, "en")
    assert (page.url, lang(page)) == (book + end, "en")
    switch(page, "ko")
    assert (page.url, lang(page)) == (book + start, "ko")


def test_the_switcher_leads_to_the_same_section_after_instant_navigation(page: Page, book: str) -> None:
    page.goto(book)
    mark(page)
    page.get_by_role("link", name="파드").last.click()
    page.wait_for_url("**/notes/a/pod/#lifecycle")
    assert is_marked(page), "this was to be an instant navigation"
    switch(page, "en")
    assert (page.url, lang(page)) == (f"{book}en/notes/a/pod/#lifecycle", "en")


def test_the_switcher_leads_to_a_fallback_page_after_instant_navigation(page: Page, book: str) -> None:
    page.goto(f"{book}notes/a/pod/")
    mark(page)
    page.locator(".md-footer__link--prev").scroll_into_view_if_needed()
    # Material notes a scroll a tenth of a second later; noted after the click, it would be taken for the next page's
    page.wait_for_function("history.state?.y === scrollY")
    page.locator(".md-footer__link--prev").click()
    expect(page.locator("h1")).to_contain_text("노드")
    page.wait_for_function("scrollY === 0")
    assert is_marked(page), "this was to be an instant navigation"
    switch(page, "en")
    assert page.url == f"{book}en/notes/b/node/"
    expect(page.locator(".moa-fallback")).to_be_visible()


def test_the_switcher_keeps_the_section_in_view(page: Page, book: str) -> None:
    page.goto(f"{book}notes/a/pod/")
    page.evaluate("document.getElementById('network').scrollIntoView(); scrollBy(0, 300)")
    switch(page, "en")
    assert page.url == f"{book}en/notes/a/pod/#network"


def test_a_link_to_the_other_language_brings_its_own_frame(page: Page, book: str) -> None:
    page.goto(f"{book}en/notes/a/pod/")
    page.get_by_role("link", name="See the Korean").last.click()
    page.wait_for_url("**/notes/a/pod/#volume")
    assert lang(page) == "ko"


def test_the_navigation_is_walked_to_the_end_and_back(page: Page, book: str) -> None:
    page.goto(book)
    seen = []
    while (following := page.locator(".md-footer__link--next")).count():
        address = page.url
        following.click()
        page.wait_for_function("old => location.href !== old && document.querySelector('h1')", arg=address)
        expect(page.locator(f"link[rel=canonical][href='{page.url}']")).to_have_count(1)
        seen.append(page.locator("h1").first.inner_text().rstrip("¶"))
    assert seen == ["노드", "파드"]
    page.go_back()
    page.wait_for_url("**/notes/b/node/")
    expect(page.locator("h1")).to_contain_text("노드")


def test_crawlers_that_run_scripts_find_the_other_language_too(page: Page, book: str) -> None:
    page.goto(f"{book}notes/a/pod/")
    expect(page.locator("link[rel=alternate][hreflang=en]")).to_have_attribute("href", f"{book}en/notes/a/pod/")


def test_a_fallback_page_says_in_english_that_its_words_are_korean(page: Page, book: str) -> None:
    page.goto(f"{book}en/notes/b/node/")
    notice = page.locator(".moa-fallback")
    expect(notice).to_contain_text("not translated yet")
    assert notice.get_attribute("lang") == "en"
    assert page.locator("h1").evaluate("heading => heading.closest('[lang]').lang") == "ko"


def test_the_search_finds_a_page(page: Page, book: str) -> None:
    page.goto(book)
    page.get_by_role("textbox", name="검색").fill("볼륨")
    page.keyboard.press("End")  # Material looks at the words when a key is let go
    expect(page.locator(".md-search-result__item").first).to_contain_text("볼륨")


def test_the_error_page_begins_with_the_language_of_the_address(page: Page, book: str, noise: Noise) -> None:
    noise.allow("404")
    page.goto(f"{book}en/nowhere/")
    assert page.locator(".moa-not-found h1").first.inner_text() == "Page not found"
    page.goto(f"{book}nowhere/")
    assert page.locator(".moa-not-found h1").first.inner_text() == "없는 페이지다"
    page.get_by_role("link", name="첫 페이지").click()
    page.wait_for_url(book)


@pytest.mark.parametrize("path", ["", "en/", "notes/a/pod/", "en/notes/a/pod/", "en/notes/b/node/"])
def test_a_narrow_screen_does_not_scroll_sideways(open_page: OpenPage, book: str, path: str) -> None:
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto(book + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["notes/a/pod/", "en/notes/a/pod/", "en/notes/b/node/"])
def test_a_page_looks_right(open_page: OpenPage, book: str, path: str, scheme: str) -> None:
    page = open_page(viewport={"width": 1280, "height": 800})
    page.goto(book + path)
    assert faults(page, scheme) == {}


def test_the_page_is_dark_where_the_system_is_and_can_be_told_otherwise(open_page: OpenPage, book: str) -> None:
    page = open_page(color_scheme="dark", viewport={"width": 1280, "height": 800})
    page.goto(book)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("label[title='밝은 화면으로']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
