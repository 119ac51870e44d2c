"""References, links and mentions: what pages look like once each leads to its place, and what leads nowhere."""

from pathlib import Path

import pytest
from tests.unit.cases import Case, case_files, read_case

from moa.book import Book, read_book
from moa.building import setting, site
from moa.checks import check
from moa.corpus import read_corpus
from moa.folding.fold import fold
from moa.folding.setting import Source
from moa.linking.moved import redirects
from moa.linking.page import linked
from moa.linking.site import Site
from moa.linking.site_pages import link_pages
from moa.problems import as_text, errors


def site_of(book: Book, language: str) -> Site:
    """The pages of a language, everything said once."""
    found = setting(book, language)
    texts = fold(found).texts
    sources = {name: Source(texts.get(name, each.text), each.language) for name, each in found.sources.items()}
    return site(book, language, sources)


def outcome(case: Case) -> str:
    """The pages, and the errors of the tree; with `--ends` what the build adds to pages is shown too."""
    book = read_book(read_corpus(case.files))
    language = next((option for option in case.options if not option.startswith("-")), "ko")
    pages = site_of(book, language)
    if "--ends" in case.options:
        texts = dict(link_pages(pages, "https://docs.example"))
    else:
        texts = {name: linked(leaf, pages).text for name, leaf in pages.leaves.items()}
    shown = [f"--- {name}\n{text}" for name, text in sorted(texts.items()) if _is_asked(name, case)]
    moved = [f"--- {name}.html\n{html}" for name, html in sorted(redirects(pages).items())]
    return "\n".join([*shown, *moved, f"problems:\n{as_text(errors(check(book)))}"])


def _is_asked(name: str, case: Case) -> bool:
    """Whether a page is to be shown: those that the case names after `--page`, else all but the home page."""
    asked = [option.removeprefix("--page=") for option in case.options if option.startswith("--page=")]
    return name in asked if asked else name != "index"


@pytest.mark.parametrize("path", case_files("references"), ids=lambda path: path.stem)
def test_references_lead_where_their_case_shows(path: Path) -> None:
    case = read_case(path)
    assert outcome(case) == case.expected
