"""Definitions beside mentions, the way back to a sentence, the filter of the glossary, old names: in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.conftest import OpenPage, Serve
from tests.site.books import REFERRING, served_book

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    return served_book(REFERRING, tmp_path_factory.mktemp("referring"), serve)


@pytest.fixture(scope="module")
def whole_book(book_site: Path, serve: Serve) -> str:
    return serve(book_site)


def test_pointing_at_a_mention_shows_its_definition_until_the_pointer_leaves(page: Page, book: str) -> None:
    page.goto(f"{book}guide/use/")
    page.locator("a.moa-term").first.hover()
    definition = page.locator(".moa-popover")
    expect(definition).to_contain_text("파드 Pod")
    expect(definition).to_contain_text("함께 놓이는 묶음이다.")
    definition.hover()
    page.wait_for_timeout(400)
    expect(definition).to_be_visible()
    page.locator("h1").hover()
    expect(definition).to_be_hidden()


def test_the_keyboard_shows_it_enters_it_and_closes_it(page: Page, book: str) -> None:
    page.goto(f"{book}guide/use/")
    page.keyboard.press("Tab")  # the link that skips to the content
    page.locator("a.moa-term").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    definition = page.locator(".moa-popover")
    expect(definition).to_be_visible()
    page.keyboard.press("Tab")
    expect(definition.get_by_role("link", name="책에서 읽기")).to_be_focused()
    page.keyboard.press("Escape")
    expect(definition).to_be_hidden()
    expect(page.locator("a.moa-term").first).to_be_focused()


def test_a_screen_reader_hears_the_definition_of_a_mention(page: Page, book: str) -> None:
    page.goto(f"{book}guide/use/")
    expect(page.locator("a.moa-term").first).to_have_accessible_description("함께 놓이는 묶음이다.")


def test_the_first_tap_shows_it_within_the_screen_and_the_second_follows_the_link(
    open_page: OpenPage, book: str
) -> None:
    page = open_page(**PHONE)
    page.goto(f"{book}guide/use/")
    mention = page.locator("a.moa-term").last
    mention.tap()
    definition = page.locator(".moa-popover")
    expect(definition).to_be_visible()
    assert page.url == f"{book}guide/use/"
    box = definition.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 360
    mention.tap()
    page.wait_for_url("**/glossary/#container")


def test_a_definition_stays_within_a_small_screen(open_page: OpenPage, whole_book: str) -> None:
    page = open_page(viewport={"width": 320, "height": 256})
    page.goto(f"{whole_book}guide/pods/")
    mentions = page.locator("article a.moa-term")
    for number in range(min(mentions.count(), 5)):
        mentions.nth(number).scroll_into_view_if_needed()
        mentions.nth(number).hover()
        box = page.locator(".moa-popover").bounding_box()
        assert box and box["y"] >= 0 and box["y"] + box["height"] <= 257
        page.keyboard.press("Escape")


def test_a_tap_elsewhere_closes_it(open_page: OpenPage, book: str) -> None:
    page = open_page(**PHONE)
    page.goto(f"{book}guide/use/")
    page.locator("a.moa-term").first.tap()
    page.locator("h1").tap()
    expect(page.locator(".moa-popover")).to_be_hidden()


def test_a_backlink_leads_to_the_very_sentence_and_marks_the_mention(page: Page, book: str) -> None:
    page.goto(f"{book}guide/pods/")
    entry = page.locator(".moa-mentions li", has_text="화면 아래에 있는")
    entry.get_by_role("link").click()
    page.wait_for_url("**/guide/use/#moa-mention-*")
    mention = page.locator(".moa-arrived")
    expect(mention).to_be_in_viewport()
    expect(mention.locator("xpath=..")).to_contain_text("화면 아래에 있는")


@pytest.mark.parametrize("typed", ["pod", "POD", "ㅍㄷ", "파ㄷ", "팓", "파드", "p"])
def test_the_filter_leaves_the_terms_that_fit(page: Page, book: str, typed: str) -> None:
    page.goto(f"{book}glossary/")
    page.get_by_role("searchbox", name="용어 찾기").fill(typed)
    expect(page.locator(".moa-entry:visible h3")).to_have_text(["파드¶"])
    expect(page.locator("h2[id^=moa-letter-]:visible")).to_have_text(["ㅍ¶"])


def test_the_filter_says_when_nothing_fits_and_forgets(page: Page, book: str) -> None:
    page.goto(f"{book}glossary/")
    box = page.get_by_role("searchbox", name="용어 찾기")
    box.fill("없는 말")
    expect(page.get_by_role("status").filter(has_text="맞는 용어가 없다.")).to_be_visible()
    box.fill("")
    expect(page.locator(".moa-entry:visible")).to_have_count(3)


def test_the_filter_is_there_after_instant_navigation(page: Page, book: str) -> None:
    page.goto(f"{book}guide/use/")
    page.evaluate("window.kept = true")
    page.locator(".md-sidebar--primary").get_by_role("link", name="용어집").click()
    page.get_by_role("searchbox", name="용어 찾기").fill("ㅋㅌ")
    expect(page.locator(".moa-entry:visible h3")).to_have_text(["컨테이너¶"])
    assert page.evaluate("window.kept") is True


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("guide/old/", "guide/use/"),
        ("guide/old/#below", "guide/use/#below"),
        ("en/guide/old/", "en/guide/use/"),
        ("guide/use/#gone", "guide/pods/#pod"),
    ],
)
def test_the_address_of_what_was_renamed_or_has_moved_leads_on(page: Page, book: str, old: str, new: str) -> None:
    page.goto(f"{book}{old}")
    page.wait_for_url(f"{book}{new}")


def test_the_anchor_of_a_renamed_section_still_leads_to_it(page: Page, book: str) -> None:
    page.goto(f"{book}guide/use/#underneath")
    expect(page.locator("h2#below")).to_be_in_viewport()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_glossary_and_mentions_fit_the_screen(open_page: OpenPage, whole_book: str, width: int, scheme: str) -> None:
    page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    for path in ("glossary/", "en/glossary/", "guide/pods/"):
        page.goto(f"{whole_book}{path}")
        page.evaluate("document.querySelectorAll('article details').forEach((each) => { each.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
