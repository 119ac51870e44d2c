"""The English tree has the pages and sections of the Korean one, in the same order and at the same levels."""

from collections.abc import Iterator

from moa.book import Book
from moa.languages import LANGUAGES, SOURCE
from moa.nearest import did_you_mean
from moa.pages import Page, Section
from moa.problems import Problem


def check(book: Book) -> Iterator[Problem]:
    """Pages and sections that Korean does not have, another order, other levels."""
    for language in set(LANGUAGES) - {SOURCE}:
        for page in book.corpus.in_language(language):
            korean = book.corpus.page(SOURCE, page.name)
            if korean is None:
                known = (other.name for other in book.corpus.in_language(SOURCE))
                way_out = did_you_mean(page.name, known, "write the Korean page first, or remove this one")
                yield Problem(page.path, 0, 0, f"there is no Korean page '{page.name}'", way_out)
            else:
                yield from _sections(korean, page)


def _sections(korean: Page, page: Page) -> Iterator[Problem]:
    places = {section.id: place for place, section in reversed(list(enumerate(korean.sections))) if section.id}
    own = {section.id for section in page.sections}
    last: Section | None = None
    for section in page.sections:
        if not section.id:
            continue
        if section.id not in places:
            way_out = did_you_mean(section.id, places.keys() - own, "write the Korean section first, or remove this")
            yield _at(section, f"the Korean page has no section '{section.id}'", way_out)
            continue
        original = korean.sections[places[section.id]]
        if section.cut.level != original.cut.level:
            fact = f"'{section.id}' is at level {section.cut.level}, in Korean at level {original.cut.level}"
            yield _at(section, fact, f"write {'#' * original.cut.level}")
        if last and places[section.id] < places[last.id]:
            fact = f"'{section.id}' comes after '{last.id}', in Korean before it"
            yield _at(section, fact, "keep the order of the Korean page")
        else:
            last = section


def _at(section: Section, fact: str, way_out: str) -> Problem:
    return Problem(section.path, section.line, 1, fact, way_out)
