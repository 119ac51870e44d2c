"""The guide as a beginner reads it, from the first page to the last, in each language."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.conftest import ROOT

from moa.book import Book, read_book
from moa.glossary import Term, read_terms
from moa.languages import LANGUAGES
from moa.tree import load

pytestmark = pytest.mark.browser

READ = (Path(__file__).parent / "read.js").read_text(encoding="utf-8")
READ = READ[READ.index("() =>") :]
LONGEST_PAGE = 3000  # Hangul syllables, a read of ten minutes
SCREEN = {"width": 1280, "height": 800}
LONGEST_RUN = SCREEN["height"] - 96  # pixels of prose, below the header


@dataclass(frozen=True)
class Read:
    """A page as it is read: its words in order, each with the term and the page that it links to."""

    name: str
    words: Sequence[tuple[str, str, str]]
    empty: Sequence[str]
    runs: Sequence[tuple[float, str]]

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(words for words, _, _ in self.words)


@pytest.fixture(scope="session")
def book() -> Book:
    return read_book(load(ROOT / "docs")[0])


@pytest.fixture(scope="session")
def terms(book: Book) -> tuple[Term, ...]:
    return read_terms(book.data["glossary.yml"])


@pytest.fixture(scope="session")
def guide(browser: Browser, book_site: Path, serve: Callable[..., str], book: Book) -> dict[str, list[Read]]:
    """The pages of the guide in reading order, by language."""
    address, page = serve(book_site), browser.new_page(viewport=SCREEN)  # type: ignore[arg-type]
    found: dict[str, list[Read]] = {}
    for language in LANGUAGES:
        for name in book.guide:
            page.goto(f"{address}{'' if language == 'ko' else language + '/'}{name.removesuffix('index').rstrip('/')}/")
            found.setdefault(language, []).append(Read(name, **page.evaluate(READ)))
    page.close()
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_has_text(guide: dict[str, list[Read]], language: str) -> None:
    assert {page.name: page.empty for page in guide[language] if page.empty} == {}


def test_every_page_is_read_in_ten_minutes(guide: dict[str, list[Read]]) -> None:
    lengths = {page.name: len(re.findall("[가-힣]", page.text)) for page in guide["ko"]}
    assert {name: length for name, length in lengths.items() if length > LONGEST_PAGE} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_prose_fills_a_screen(guide: dict[str, list[Read]], language: str) -> None:
    long = {page.name: [run for run in page.runs if run[0] > LONGEST_RUN] for page in guide[language]}
    assert {name: runs for name, runs in long.items() if runs} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_is_explained_or_linked_before_it_is_used(
    guide: dict[str, list[Read]], terms: tuple[Term, ...], language: str
) -> None:
    pages = guide[language]
    order = {page.name: number for number, page in enumerate(pages)}
    unknown = {}
    for page in pages:
        later = {term.id for term in terms if order.get(_page(term), len(pages)) > order[page.name]}
        if found := sorted(set(_unexplained(page, terms, later, language))):
            unknown[page.name] = found
    assert unknown == {}


def _unexplained(page: Read, terms: Sequence[Term], later: set[str], language: str) -> Iterator[str]:
    """Names of terms that a later page explains and that this page uses before it has linked them."""
    owners = {name: term for term in terms for name in term.names[language] if len(name) > 1}  # 잡 is in 잡다 too
    owners |= {name[0].upper() + name[1:]: term for name, term in owners.items() if name[0].islower()}
    names = "|".join(re.escape(name) for name in sorted(owners, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w가-힣])(?:{names})(?![a-z])")
    unlike = re.compile("|".join(re.escape(name) for term in terms for name in term.unlike) or "(?!)")
    seen: set[str] = set()
    for words, term, target in page.words:
        seen |= {term} | {each.id for each in terms if each.home and target.endswith(f"/{_page(each)}/")}
        for match in pattern.finditer("" if target else unlike.sub("", words)):
            owner = owners[match[0]]
            if owner.id in later - seen:
                yield match[0]


def _page(term: Term) -> str:
    return term.home.partition("#")[0]


def test_what_is_not_explained_is_found(terms: tuple[Term, ...]) -> None:
    page = Read("x", [("파드는 ", "", ""), ("노드", "node", "/guide/x/"), ("와 노드에서", "", "")], [], [])
    assert list(_unexplained(page, terms, {"pod", "node"}, "ko")) == ["파드"]
    assert list(_unexplained(page, terms, {"node"}, "ko")) == []


def test_empty_headings_and_long_prose_are_found_and_what_is_aside_is_not_read(page: Page) -> None:
    page.set_content(
        "<article><h1>title</h1><p style='height: 400px'>long</p><p style='height: 400px'>longer</p>"
        "<h2>empty</h2><h2>list</h2><ul><li>short</li></ul><p style='height: 400px'>long</p><pre>code</pre>"
        "<details><summary>question</summary><p>answer</p></details></article>"
    )
    read = Read("x", **page.evaluate(READ))
    assert read.empty == ["empty"]
    assert [(height > LONGEST_RUN, words) for height, words in read.runs] == [(True, "long"), (False, "long")]
    assert read.text == "titlelonglongeremptylistshortlongquestion"
