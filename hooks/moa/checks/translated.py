"""Notices of what is not translated yet, and of translations that the Korean has left behind."""

from collections.abc import Callable, Iterator

from moa.book import Book
from moa.languages import SOURCE
from moa.pages import Page
from moa.problems import Problem
from moa.translations import statuses


def check(book: Book) -> Iterator[Problem]:
    """One notice per missing page, per missing section, per section behind."""
    for korean in book.corpus.in_language(SOURCE):
        english = book.corpus.page("en", korean.name)
        if english:
            yield from _sections(korean, english, book.corpus.shown(korean.name))
        else:
            fact = "this page has no English yet"
            yield Problem(korean.path, 0, 0, fact, f"translate it in en/{korean.name}.md", "notice")


def _sections(korean: Page, english: Page, shown: Callable[[str], str]) -> Iterator[Problem]:
    for each in statuses(korean.cut, english.cut, shown):
        address = f"{korean.name}#{each.id}"
        if each.status == "missing" and each.korean and not each.english and each.id:
            fact, way_out = f"'{each.id}' has no English yet", f"translate it in {english.path}"
            yield Problem(korean.path, each.korean.line, 1, fact, way_out, "notice")
        elif each.status == "behind" and each.english:
            fact = f"the Korean of '{each.id}' has changed since this was translated"
            way_out = f"look at it, then run: moa translations accept {address}"
            yield Problem(english.path, each.english.line, 1, fact, way_out, "notice")
