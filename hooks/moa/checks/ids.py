"""Every heading has an id of its own: ASCII, well formed, once in a page."""

import re
from collections.abc import Iterator

from moa.book import Book
from moa.pages import Section
from moa.problems import Problem
from moa.reading import Reading
from moa.schemas.common import ID_FORM, IS_ID

_OF_HEADINGS = re.compile(r"h[1-6]")
_MADE = re.compile(r"__|fn(ref)?\d*:")  # by the site itself: lines of code, footnotes


def check(reading: Reading, book: Book) -> Iterator[Problem]:
    """Missing, lost, badly formed and doubled ids, and ids that would double on a page of the guide."""
    yield from _of_headings(reading)
    yield from _travelling(reading, book)


def _travelling(reading: Reading, book: Book) -> Iterator[Problem]:
    """Ids within text that the guide takes in: another note's text may bring the same."""
    told = book.planned[0].told
    if not any(told[each.address].place for each in reading.page.sections if each.address in told):
        return
    for element in reading.rendered.elements if reading.rendered else ():
        name = element.get("id")
        if name and not _OF_HEADINGS.fullmatch(element.tag) and not _MADE.match(name):
            found = re.search(rf"#{re.escape(name)}\b", reading.masked)
            fact = f"the id '{name}' is on no heading, and travels with text that the guide gathers"
            yield reading.problem(found.start() if found else 0, fact, "take it away, so that it cannot double")


def _of_headings(reading: Reading) -> Iterator[Problem]:
    first_lines: dict[str, int] = {}
    for section in reading.page.sections:
        if not section.id:
            yield _missing(reading, section)
            continue
        if not IS_ID.fullmatch(section.id):
            way_out = "give another" if section.id.isascii() else "give it in ASCII"
            yield reading.at_line(section.line, f"the id '{section.id}' is badly formed", f"{way_out}: {ID_FORM}")
        if section.id.startswith("moa-"):
            fact = f"ids that start with 'moa-', as '{section.id}' does, are those of what the site adds"
            yield reading.at_line(section.line, fact, "give another")
        first = first_lines.setdefault(section.id, section.line)
        if first != section.line:
            fact = f"the id '{section.id}' is already that of line {first}"
            yield reading.at_line(section.line, fact, "give each heading an id of its own")


def _missing(reading: Reading, section: Section) -> Problem:
    heading = reading.text.split("\n")[section.line - 1]
    if "{" not in heading:
        fact = f"the heading '{section.cut.title}' has no id"
        return reading.at_line(section.line, fact, "write one at its end: {#id}")
    fact = f"the id of the heading '{heading.strip('# ')}' is lost"
    return reading.at_line(
        section.line, fact, "write one attribute list, at the end, after a space, and no other braces"
    )
