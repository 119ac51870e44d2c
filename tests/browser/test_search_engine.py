"""The search engine's modules in a browser: they read words as the index was made, and no query harms them."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page
from tests.browser.queries import random_queries
from tests.conftest import Serve
from tests.site.searched import searched
from tests.unit.cases import CASES

from moa.detecting.stems import english, verb
from moa.languages import LANGUAGES
from moa.searching.cutting import FOLLOWING
from moa.searching.keystrokes import initials, keystrokes
from moa.searching.sounds import sound
from moa.searching.words import chunks

pytestmark = pytest.mark.browser
ENGINE = Path(__file__).with_name("engine.js").read_text(encoding="utf-8")
ALLOWED = (
    "mark data-md-highlight=",
    "small",
    "span class=moa-search-trail",
    "span class=moa-search-definition",
)
SLOW = 100  # milliseconds
FUZZED = 2000
QUERIES: list[dict[str, Any]] = yaml.safe_load((CASES / "searching" / "queries.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def engine(browser: Browser, serve: Serve, book_site: Path, language: str) -> Any:
    """A page of the book with `window.engine` for a language."""
    page = browser.new_page()
    base = serve(book_site)
    page.goto(base)
    page.evaluate(ENGINE, {"base": base, "language": language})
    yield page
    page.close()


def call(page: Page, name: str, *arguments: object) -> Any:
    return page.evaluate("([name, given]) => window.engine[name](...given)", [name, list(arguments)])


def without_new_letters(text: str) -> str:
    """A text without what Python does not know yet: browsers follow a newer Unicode."""
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cn")


def test_the_browser_cuts_texts_as_the_index_does(engine: Page, book_site: Path, language: str) -> None:
    texts = [*searched(book_site, language).values(), *map(without_new_letters, random_queries(300, seed=2))]
    expected = [[list(runs) for runs in chunks(text)] for text in texts]
    assert call(engine, "runs", texts) == expected


def test_the_browser_reads_every_word_as_the_index_does(engine: Page, book_site: Path, language: str) -> None:
    texts = searched(book_site, language).values()
    words = sorted({"".join(runs) for text in texts for runs in chunks(text)})
    read = dict(zip(words, call(engine, "read", words), strict=True))
    assert len(words) > 1000
    for word in (each for each in words if len(each) <= 24):
        assert read[word] == {
            "keys": keystrokes(word),
            "initials": initials(word),
            "sound": sound(word),
            "english": english(word) if word.isalpha() and word.isascii() else word,
            "verb": verb(word),
            "cuts": [place for place in range(1, len(word)) if FOLLOWING.fullmatch(word, place)],
        }, word


def test_keys_of_the_other_layout_are_read_as_they_were_meant(engine: Page) -> None:
    meant = {
        "vkem": "파드",
        "znqjspxltm": "쿠버네티스",
        "dhffu": "올려",
        "rhkswp": "관제",
        "Ehfksm": "또라느",
        "Vkem": "파드",
    }
    assert call(engine, "asHangul", list(meant)) == list(meant.values())
    typed = {"ㅔㅐㅇ": "pod", "ㅏㅕㅠㄷㅊ시": "kubectl", "애차ㄷㄱ": "docker", "파드": "vkem"}
    assert call(engine, "asLatin", list(typed)) == list(typed.values())
    assert call(engine, "asHangul", ["pod", "k8s", "a", "파드", "zzz"]) == [""] * 5


def test_what_is_taken_apart_is_composed_again(engine: Page, book_site: Path) -> None:
    texts = searched(book_site, "ko").values()
    words = sorted({run for text in texts for runs in chunks(text) for run in runs if "가" <= run[0] <= "힣"})
    wrong = [pair for pair in zip(words, call(engine, "composed", words), strict=True) if pair[0] != pair[1]]
    assert not wrong


def test_every_query_of_the_cases_finds_its_page_first(engine: Page, language: str) -> None:
    cases = [case for case in QUERIES if case["language"] == language]
    found = call(engine, "pages", [str(case["query"]) for case in cases])
    prefix = "" if language == "ko" else f"{language}/"
    wrong = {
        case["query"]: pages[:3]
        for case, pages in zip(cases, found, strict=True)
        if pages[:1] != [f"{prefix}{case['page']}/"]
    }
    assert wrong == {}


def test_no_query_fails_hangs_or_puts_markup_into_the_page(engine: Page, language: str) -> None:
    queries = list(random_queries(FUZZED // len(LANGUAGES), seed=LANGUAGES.index(language)))
    assert call(engine, "faults", queries, SLOW, ALLOWED) == []
    assert call(engine, "faults", ["<b>파드</b>"], SLOW, ()) != []  # such faults would be seen
