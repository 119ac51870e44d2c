"""The book as it is built: every claim is visible once in each language, and everything leads somewhere."""

import html
import re
from collections import Counter
from functools import cached_property
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import pytest
from tests.site.html import Element, read_html
from tests.site.searched import searched

from moa.book import Book, read_book
from moa.corrections import split_corrections
from moa.fingerprint import words
from moa.languages import LANGUAGES, SOURCE
from moa.pages import Section
from moa.sections import read_page
from moa.tree import load

DOCS = Path(__file__).parent.parent.parent / "docs"
_NOT_LETTERS = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """The text without spaces and punctuation, so that markup makes no difference."""
    return _NOT_LETTERS.sub("", html.unescape(text)).lower()


def spoken(section: Section) -> str:
    """The letters of a section's body as readers see them, corrections aside, down to the first file that it shows."""
    body = split_corrections(section.cut.body)[0].partition("\n::: ")[0]
    if not body:
        return ""
    return letters(words(read_page(f"# t\n\n{body}").sections[0], section.shown).partition("\n")[2])


class Site:
    """The pages of a built site by address, with what of them is visible before a reader opens anything."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages = {
            str(file.parent.relative_to(folder)).removeprefix("."): read_html(file)
            for file in folder.rglob("index.html")
        }

    @cached_property
    def visible(self) -> dict[str, str]:
        """The letters of each page's article, what is closed left out."""
        return {name: letters(open_text(page)) for name, page in self.pages.items() if page.all("article")}

    def of(self, language: str) -> dict[str, str]:
        """The visible letters of one language's pages."""
        return {name: text for name, text in self.visible.items() if is_english(name) == (language != SOURCE)}


def is_english(name: str) -> bool:
    return name == "en" or name.startswith("en/")


def open_text(page: Element) -> str:
    """The text of a page's article without what stands in closed `<details>` or in code's markup."""
    text = page.all("article")[0].text
    for details in page.all("details"):
        if "open" not in details.attributes:
            text = text.replace(details.text, "", 1)
    return text


def translated(book: Book, section: Section, language: str) -> Section:
    """A Korean section as a language has it: the Korean where nobody has translated it."""
    page = book.corpus.page(language, section.page)
    return next((each for each in page.sections if each.id == section.id), section) if page else section


@pytest.fixture(scope="module")
def site(book_site: Path) -> Site:
    return Site(book_site)


@pytest.fixture(scope="module")
def book() -> Book:
    return read_book(load(DOCS)[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_every_group_only_what_is_kept_and_added_is_visible_and_that_once(
    site: Site, book: Book, language: str
) -> None:
    pages = site.of(language)
    wrong = []
    for group in book.decisions.groups:
        for member in group.members:
            text = spoken(translated(book, book.corpus.by_address[member.address], language))
            held = sum(page.count(text) for page in pages.values()) if text else None
            if text and held != (0 if member.role == "same" else 1):
                wrong.append(f"{member.role} {member.address}: visible {held} times")
    assert len(pages) > 40
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_of_every_note_is_on_its_own_page(site: Site, book: Book, language: str) -> None:
    missing = []
    for note in book.corpus.notes:
        for section in note.sections:
            text = letters(site.pages[("en/" if language != SOURCE else "") + section.page].all("article")[0].text)
            if spoken(translated(book, section, language)) not in text:
                missing.append(f"{language} {section.address}")
    assert missing == []


def test_folded_words_are_closed_and_not_in_the_search(site: Site, book: Book) -> None:
    found = {address for language in LANGUAGES for address in searched(site.folder, language)}
    told = [address for address, each in book.planned[0].told.items() if each.place]
    for prefix in ("", "en/"):
        assert [each for each in told if f"{prefix}{each.replace('#', '/#')}" in found] == []
    closed = [details for page in site.pages.values() for details in page.all("details", class_="moa-note")]
    assert len(closed) > 20
    assert all("open" not in details.attributes for details in closed)
    assert "guide/pods/#pod" in found


def test_ids_are_unique_on_every_page(site: Site) -> None:
    doubled = {
        name: [each for each, count in Counter(re.findall(r'\sid="([^"]+)"', text)).items() if count > 1]
        for name, text in ((name, (site.folder / name / "index.html").read_text()) for name in site.pages)
    }
    assert {name: ids for name, ids in doubled.items() if ids} == {}


def test_every_link_within_the_site_leads_to_a_page_and_an_id(site: Site) -> None:
    ids = {name: anchors(page) for name, page in site.pages.items()}
    broken = []
    for name, page in site.pages.items():
        for link in page.all("article")[0].all("a") if page.all("article") else ():
            target = urlsplit(link.attributes.get("href") or link.attributes.get("xlink:href", ""))
            if target.scheme or target.netloc:
                continue
            path = normpath(f"/{name}/{target.path}").strip("/") if target.path else name
            if "download" in link.attributes:
                found = (site.folder / path).is_file()
            else:
                found = path in ids and (not target.fragment or unquote(target.fragment) in ids[path])
            if not found:
                broken.append(f"{name}: {target.geturl()}")
    assert broken == []


def anchors(page: Element) -> set[str]:
    """Every id of a page."""
    found, waiting = set(), [page]
    while waiting:
        element = waiting.pop()
        found.add(element.attributes.get("id", ""))
        waiting += element.children
    return found
