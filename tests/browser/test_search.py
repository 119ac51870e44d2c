"""The search bar as people use it: typing, composing, following a result and coming back, and where it fails."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Response, Route, expect
from tests.conftest import Serve
from tests.quiet import Noise
from tests.site.books import BOOK, served_book

pytestmark = pytest.mark.browser
BEFORE_FOCUS = 8 * 1024  # bytes


@pytest.fixture(scope="module")
def book(book_site: Path, serve: Serve) -> str:
    return serve(book_site)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    """A tree without a glossary, half of it translated."""
    return served_book(BOOK, tmp_path_factory.mktemp("small"), serve)


def bar(page: Page) -> Locator:
    return page.locator("[data-md-component=search-query]")


def type_in(page: Page, words: str) -> None:
    """Put words into the bar as a keyboard does that writes Hangul."""
    bar(page).click()
    page.keyboard.insert_text(words)


def first_page(page: Page) -> Locator:
    return page.locator(".md-search-result__item").first.locator("a").first


def leads_to(path: str) -> re.Pattern[str]:
    """The address of a result, whatever it highlights there."""
    return re.compile(rf"^http://[^/]+/{re.escape(path)}(?:\?h=[^#]*)?(?:#.*)?$")


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_the_bar_and_what_is_typed_finds_the_page(page: Page, book: str, key: str) -> None:
    page.goto(book)
    page.keyboard.press(key)
    expect(bar(page)).to_be_focused()
    page.keyboard.insert_text("파드가")
    expect(first_page(page)).to_have_attribute("href", leads_to("guide/pods/"))


def test_next_to_nothing_is_fetched_for_the_search_before_it_is_used(page: Page, book: str) -> None:
    fetched: list[Response] = []
    page.on("response", lambda response: fetched.append(response))
    page.goto(book, wait_until="networkidle")
    sizes = {each.url.removeprefix(book): len(each.body()) for each in fetched if "search" in each.url}
    assert len(sizes) == 3
    assert sum(sizes.values()) <= BEFORE_FOCUS, sizes
    type_in(page, "파드")
    expect(first_page(page)).to_be_visible()
    assert any("search/ko/" in each.url for each in fetched)


def test_the_definition_of_a_term_comes_first_with_the_page_that_explains_it(page: Page, book: str) -> None:
    page.goto(book)
    type_in(page, "configmap")
    item = page.locator(".md-search-result__item").first
    expect(item.locator("a").first).to_have_attribute("href", leads_to("guide/configuration-and-secrets/"))
    expect(item.locator("a").nth(1)).to_contain_text("컨피그맵")
    expect(item.locator(".moa-search-definition")).to_be_visible()


def test_a_result_shows_where_it_stands_and_the_match_marked(page: Page, book: str) -> None:
    page.goto(book)
    type_in(page, "롤링업데이트")
    item = page.locator(".md-search-result__item").first
    expect(item.locator(".moa-search-trail")).to_have_text("길잡이")
    expect(item.locator("mark").first).to_be_visible()
    expect(item.locator("a.md-search-result__link:visible h2")).to_have_count(3)
    item.locator("summary").click()
    expect(item.locator("details[open] a").first).to_be_visible()


def test_results_follow_a_composition_letter_by_letter(page: Page, book: str) -> None:
    page.goto(book)
    bar(page).click()
    composer = page.context.new_cdp_session(page)
    for composed in ("ㅋ", "코", "컨", "컨테", "컨텡", "컨테이", "컨테인", "컨테이너"):
        composer.send("Input.imeSetComposition", {"text": composed, "selectionStart": 9, "selectionEnd": 9})
        expect(bar(page)).to_have_value(composed)
        expect(page.locator(".md-search-result__item").first).to_be_visible()
    expect(first_page(page)).to_have_attribute("href", leads_to("guide/containers/"))
    composer.send("Input.insertText", {"text": "컨테이너"})
    page.keyboard.insert_text("에서")
    expect(bar(page)).to_have_value("컨테이너에서")
    expect(first_page(page)).to_have_attribute("href", leads_to("guide/containers/"))


def test_the_back_button_brings_the_query_and_its_results_back(page: Page, book: str) -> None:
    page.goto(f"{book}guide/storage/")
    type_in(page, "파드가")
    expect(first_page(page)).to_have_attribute("href", leads_to("guide/pods/"))
    first_page(page).click()
    expect(page.locator(".md-content h1")).to_contain_text("파드")
    expect(page.locator(".md-search__output")).to_be_hidden()
    page.go_back()
    expect(bar(page)).to_have_value("파드가")
    expect(first_page(page)).to_have_attribute("href", leads_to("guide/pods/"))
    expect(page.locator(".md-content h1")).to_contain_text("스토리지")
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{book}guide/storage/")


def test_enter_follows_the_best_result(page: Page, book: str) -> None:
    page.goto(book)
    type_in(page, "롤백하는 법")
    expect(first_page(page)).to_have_attribute("href", leads_to("guide/rollouts-and-rollbacks/"))
    page.keyboard.press("Enter")
    expect(page.locator(".md-content h1")).to_contain_text("롤백")


def test_an_address_opens_the_search_with_its_query(page: Page, book: str) -> None:
    page.goto(f"{book}en/?q=kubectl")
    expect(bar(page)).to_have_value("kubectl")
    expect(first_page(page)).to_have_attribute("href", leads_to("en/guide/manifests-and-kubectl/"))


@pytest.mark.parametrize(("language", "words"), [("", "파드가 Pod"), ("en/", "파드 pods")])
def test_every_result_is_in_the_language_of_the_page(page: Page, book: str, language: str, words: str) -> None:
    page.goto(f"{book}{language}")
    type_in(page, words)
    expect(first_page(page)).to_be_visible()
    links = page.locator(".md-search-result a").evaluate_all("links => links.map((link) => link.href)")
    assert all(link.removeprefix(book).startswith("en/") == (language == "en/") for link in links)


def test_what_only_the_other_language_has_is_told(page: Page, small: str) -> None:
    page.goto(f"{small}en/")
    type_in(page, "수명")
    link = page.locator(".md-search-result__meta a")
    expect(link).to_have_text("1 in Korean")
    link.click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(bar(page)).to_have_value("수명")
    expect(first_page(page)).to_have_attribute("href", leads_to("notes/a/pod/"))


@pytest.mark.parametrize("words", ["볼륨이", "volume", "볼류", "qhffba", "ㅂㄹ"])
def test_a_tree_without_a_glossary_is_searched_alike(page: Page, small: str, words: str) -> None:
    page.goto(small)
    type_in(page, words)
    expect(first_page(page)).to_have_attribute("href", leads_to("notes/a/pod/"))


@pytest.mark.parametrize(
    "missing", ["**/search/ko/root.json", "**/search/ko/*/words/*", "**/engine.js", "**/worker.js*"]
)
def test_the_page_says_so_where_the_search_fails(page: Page, book: str, noise: Noise, missing: str) -> None:
    noise.allow("failed|Failed|404|ERR_FAILED")
    page.route(missing, lambda route: route.abort())
    page.goto(book)
    type_in(page, "파드")
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile("검색을 불러오지 못했다"))


def test_a_site_that_is_published_anew_is_searched_without_a_reload(page: Page, book: str, noise: Noise) -> None:
    noise.allow("404")
    asked: list[str] = []

    def old(route: Route) -> None:
        answer = route.fetch()
        asked.append(route.request.url)
        text = answer.text()
        version = json.loads(text)["version"]
        route.fulfill(response=answer, body=text.replace(version, "0" * 12) if len(asked) == 1 else text)

    page.route("**/search/ko/root.json", old)
    page.goto(book)
    type_in(page, "파드")
    expect(first_page(page)).to_have_attribute("href", leads_to("guide/pods/"))
    assert len(asked) == 2
