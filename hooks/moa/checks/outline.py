"""A page is one title at level 1 and sections under it, without gaps between levels."""

import itertools
from collections.abc import Iterator

from moa.blank import is_blank
from moa.book import Book
from moa.pages import Section
from moa.problems import Problem
from moa.reading import Reading


def check(reading: Reading, _book: Book) -> Iterator[Problem]:
    """Pages without a title, words before it, several titles, gaps in levels, headings without words."""
    sections = reading.page.sections
    if is_blank(reading.text):
        return
    if not sections:
        yield reading.at_line(0, "the page has no heading", "start it with '# Title {#id}'")
        return
    yield from _before_title(reading, sections[0])
    yield from _levels(reading, sections)
    for section in sections:
        if is_blank(section.cut.title):
            yield reading.at_line(section.line, "the heading has no words", "name what the section says")


def _before_title(reading: Reading, first: Section) -> Iterator[Problem]:
    if first.cut.level != 1:
        fact = f"the page starts with a heading of level {first.cut.level}"
        yield reading.at_line(first.line, fact, "start it with a title at level 1 ('# …')")
    for number, line in enumerate(reading.masked.split("\n")[: first.line - 1], 1):
        if not is_blank(line):
            yield reading.at_line(number, "words before the first heading belong to no section", "put them under one")
            return


def _levels(reading: Reading, sections: tuple[Section, ...]) -> Iterator[Problem]:
    for section in sections[1:]:
        if section.cut.level == 1:
            yield reading.at_line(section.line, "a page has one title at level 1, this is another", "use level 2")
    for above, section in itertools.pairwise(sections):
        if section.cut.level > above.cut.level + 1:
            fact = f"a heading of level {section.cut.level} follows one of level {above.cut.level}"
            yield reading.at_line(section.line, fact, f"use level {above.cut.level + 1}")
