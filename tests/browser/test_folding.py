"""What is folded away opens for a link and on paper; the drawing of overlaps can be read and followed."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.conftest import OpenPage, Serve
from tests.site.books import FOLDED, served_book

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    return served_book(FOLDED, tmp_path_factory.mktemp("folded"), serve)


@pytest.fixture(scope="module")
def whole_book(book_site: Path, serve: Serve) -> str:
    return serve(book_site)


def test_a_notes_words_are_closed_at_first(page: Page, book: str) -> None:
    page.goto(f"{book}notes/a/x/")
    expect(page.locator("details.moa-note h2#pod")).to_be_hidden()
    page.get_by_text("노트의 절을 펼치기").click()
    expect(page.locator("details.moa-note h2#pod")).to_be_visible()


def test_a_link_with_a_fragment_opens_them_on_a_full_load(page: Page, book: str) -> None:
    page.goto(f"{book}notes/a/x/#pod")
    expect(page.locator("details.moa-note h2#pod")).to_be_in_viewport()


def test_a_source_opens_them_after_instant_navigation(page: Page, book: str) -> None:
    page.goto(f"{book}guide/pods/")
    page.evaluate("window.kept = true")
    page.locator("a.moa-source").first.click()
    expect(page.locator("details.moa-note h2#pod")).to_be_in_viewport()
    assert page.evaluate("window.kept") is True


def test_a_link_on_the_page_opens_them_each_time(page: Page, book: str) -> None:
    page.goto(f"{book}notes/a/x/")
    for _ in range(2):
        page.locator(".moa-where").get_by_role("link", name="파드").click()
        expect(page.locator("details.moa-note h2#pod")).to_be_in_viewport()
        page.locator("details.moa-note > summary").click()
        expect(page.locator("details.moa-note h2#pod")).to_be_hidden()


def test_paper_shows_everything_and_the_screen_is_as_before(page: Page, book: str) -> None:
    page.goto(f"{book}notes/a/x/")
    look = "seen.push(document.querySelector('details.moa-note').open)"
    page.evaluate(f"window.seen = []; addEventListener('beforeprint', () => {look})")
    page.pdf()
    assert page.evaluate("seen") == [True]
    expect(page.locator("details.moa-note")).not_to_have_attribute("open", "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_drawing_fits_a_narrow_screen_and_its_marks_lead_to_sections(
    open_page: OpenPage, whole_book: str, scheme: str
) -> None:
    page = open_page(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page.goto(f"{whole_book}about/overlaps/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    letters = page.locator(".moa-chart__topic").first.bounding_box()
    assert letters and letters["height"] > 11
    page.locator(".moa-chart a.moa-chart__kept").first.click()
    expect(page.locator("details.moa-note :target")).to_be_in_viewport()


def test_the_drawing_needs_no_script(open_page: OpenPage, whole_book: str) -> None:
    page = open_page(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    page.goto(f"{whole_book}en/about/overlaps/")
    page.locator(".moa-chart a.moa-chart__added").first.click()
    page.wait_for_url("**/notes/**")
