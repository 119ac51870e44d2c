"""The book as it is built: every link leads to a page in the reader's language, or says that it does not."""

from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import pytest
from tests.site.html import Element, read_html

from moa.book import Book, read_book
from moa.glossary import read_terms
from moa.languages import LANGUAGES, SOURCE
from moa.tree import load

DOCS = Path(__file__).parent.parent.parent / "docs"
Pages = dict[str, Element]


@pytest.fixture(scope="module")
def pages(book_site: Path) -> Pages:
    return {
        str(file.parent.relative_to(book_site)).removeprefix("."): read_html(file)
        for file in book_site.rglob("index.html")
    }


@pytest.fixture(scope="module")
def book() -> Book:
    return read_book(load(DOCS)[0])


def links(name: str, page: Element) -> Iterator[tuple[Element, str, str]]:
    """The links of an article to pages of the site: each with the page's name and the id that it leads to."""
    for link in page.all("article")[0].all("a") if page.all("article") else ():
        target = urlsplit(link.attributes.get("href") or link.attributes.get("xlink:href", ""))
        if not target.scheme and not target.netloc and "download" not in link.attributes:
            path = normpath(f"/{name}/{target.path}").strip("/") if target.path else name
            yield link, path, unquote(target.fragment)


def is_english(name: str) -> bool:
    return name == "en" or name.startswith("en/")


def test_every_link_stays_in_its_language_unless_it_says_otherwise(pages: Pages) -> None:
    crossing = [
        f"{name}: {link.text} -> {path}"
        for name, page in pages.items()
        for link, path, _ in links(name, page)
        if is_english(name) != is_english(path) and "hreflang" not in link.attributes
    ]
    assert len(pages) > 80
    assert crossing == []


def test_english_words_that_lead_to_korean_ones_say_so(pages: Pages) -> None:
    unmarked = []
    for name, page in pages.items():
        for link, path, id_ in links(name, page) if is_english(name) else ():
            here = link.parent.language if link.parent else ""
            if here == "en" and language_of(pages[path], id_) == SOURCE and link.attributes.get("hreflang") != SOURCE:
                unmarked.append(f"{name}: {link.text} -> {path}#{id_}")
    assert unmarked == []


def language_of(page: Element, id_: str) -> str:
    article = page.all("article")[0]
    inside = article.all("h1") if not id_ else [each for each in article.inside() if each.attributes.get("id") == id_]
    return inside[0].language if inside else article.language


def test_no_reference_is_left_unresolved(pages: Pages) -> None:
    assert [name for name, page in pages.items() if "[[" in page.all("body")[0].text or "moa:" in page.text] == []


def test_every_term_has_a_home_in_korean_or_is_listed_as_lacking_one(pages: Pages, book: Book) -> None:
    terms = read_terms(book.data["glossary.yml"])
    entries = {entry.one("h3").attributes["id"]: entry for entry in pages["glossary"].all("div", class_="moa-entry")}
    lacking = {name for name, entry in entries.items() if entry.all("span", class_="moa-entry__lacking")}
    assert len(terms) == 152
    assert entries.keys() == {term.id for term in terms}
    assert lacking == {term.id for term in terms if term.home not in book.corpus.by_address}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mention_has_its_definition_on_the_page(pages: Pages, language: str) -> None:
    mentions = 0
    for name, page in pages.items():
        if is_english(name) == (language != SOURCE):
            ids = {each.attributes.get("id") for each in page.inside()}
            for link in page.all("a", class_="moa-term"):
                mentions += 1
                assert link.attributes["aria-describedby"] in ids
    assert mentions > 300


def test_what_the_build_writes_counts_as_no_mention(pages: Pages) -> None:
    mentions = [
        (name, urlsplit(link.attributes["href"]).path)
        for name, page in pages.items()
        for place in page.all("div", class_="moa-mentions")
        for link in place.all("a")
    ]
    assert len(mentions) > 100
    assert [each for each in mentions if "/about/sources/" in each[1] or "/about/overlaps/" in each[1]] == []
