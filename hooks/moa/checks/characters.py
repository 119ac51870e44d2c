"""Characters and lines that no page should hold."""

import re
import unicodedata
from collections.abc import Iterator

from moa.blank import is_blank
from moa.book import Book
from moa.problems import Problem
from moa.reading import Reading

_CONFLICT = re.compile(r"^(<{7}|>{7})(?: .*)?$", re.M)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffd]|(?<!\A)\ufeff")


def check(reading: Reading, _book: Book) -> Iterator[Problem]:
    """Empty pages, BOM, carriage returns, control characters, text that is not NFC, merge conflicts."""
    if is_blank(reading.page.text):
        yield Problem(reading.page.path, 0, 0, "the page is empty", "write it or remove the file")
    yield from _encoding(reading)
    for found in _CONTROL.finditer(reading.text):
        yield reading.problem(found.start(), f"the character U+{ord(found[0]):04X} shows nothing good", "remove it")
    for found in _CONFLICT.finditer(reading.masked):
        yield reading.problem(found.start(), "a merge conflict is left in the page", "settle it")
    yield from _decomposed(reading)


def _encoding(reading: Reading) -> Iterator[Problem]:
    text = reading.page.text
    if text.startswith("\ufeff"):
        yield Problem(reading.page.path, 1, 1, "the file starts with a byte order mark", "save it without")
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        yield Problem(reading.page.path, line, 0, "lines end with carriage returns", "save it with line feeds alone")


def _decomposed(reading: Reading) -> Iterator[Problem]:
    if unicodedata.is_normalized("NFC", reading.masked):
        return
    offset = 0
    for line in reading.masked.split("\n"):
        if not unicodedata.is_normalized("NFC", line):
            way_out = "write it as NFC (composed letters)"
            yield reading.problem(offset, "letters on this line are decomposed", way_out)
        offset += len(line) + 1
