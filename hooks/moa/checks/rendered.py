"""The headings that readers get are the headings that the section model knows."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from moa.book import Book
from moa.pages import Section
from moa.problems import Problem
from moa.reading import Reading


def check(reading: Reading, _book: Book) -> Iterator[Problem]:
    """Headings that only the site makes, and headings that the site does not make."""
    if reading.rendered is None:
        yield reading.at_line(0, "Python-Markdown cannot render this page", "look for deep nesting or broken markup")
        return
    known = [_key(section) for section in reading.page.sections]
    # An id that Python-Markdown made up belongs to a heading which has none of its own.
    given = {section.id for section in reading.page.sections if section.id}
    shown = [(level, name if name in given else "") for level, name, _ in reading.rendered.headings]
    for _, start, end, from_, to in _differences(known, shown):
        for section in reading.page.sections[start:end]:
            fact = f"the site does not show '{section.cut.title}' as a heading"
            yield reading.at_line(section.line, fact, "write '#' at the start of its line, outside HTML")
        for level, name, nested in reading.rendered.headings[from_:to]:
            if not nested:
                yield _unknown(reading, level, name)
    for _, name, nested in reading.rendered.headings:
        if nested:
            yield _at(reading, name, f"the heading '#{name}' stands in a list, a quote or a block, and is no section")


def _key(section: Section) -> tuple[int, str]:
    return section.cut.level, section.id


def _differences(
    known: list[tuple[int, str]], shown: list[tuple[int, str]]
) -> Iterator[tuple[str, int, int, int, int]]:
    for change in SequenceMatcher(None, known, shown, autojunk=False).get_opcodes():
        if change[0] != "equal":
            yield change


def _unknown(reading: Reading, level: int, name: str) -> Problem:
    return _at(reading, name, f"the site shows a heading of level {level} ('#{name}') that is no section")


def _at(reading: Reading, name: str, fact: str) -> Problem:
    way_out = "move it out, close what is open above it, or make it bold"
    found = re.search(rf"""\#{re.escape(name)}\b|\bid=["']?{re.escape(name)}\b""", reading.text)
    return reading.problem(found.start(), fact, way_out) if found else reading.at_line(0, fact, way_out)
