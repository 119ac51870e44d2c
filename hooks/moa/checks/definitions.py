"""Link definitions and footnotes: what is used is defined, and defined once."""

import re
from collections.abc import Iterable, Iterator

from moa.book import Book
from moa.definitions import read_definitions
from moa.masking import normalized_label
from moa.nearest import did_you_mean
from moa.problems import Problem
from moa.reading import Reading

# A letter or a digit right before the bracket is an index (`a[i][j]`), not a link.
_REFERENCE = re.compile(r"(?<![A-Za-z0-9_\]\[])!?\[(?!\^)([^\[\]\n]+)\]\[(?!\^)([^\[\]\n]*)\]")
_FOOTNOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:|\[\^([^\]\s]+)\]", re.M)


def check(reading: Reading, _book: Book) -> Iterator[Problem]:
    """Labels and footnotes that are used and not defined, or defined twice."""
    labels = [(label, link.offset) for label, link in reading.definitions]
    yield from _doubled(reading, labels, "link label", "[{}]:")
    yield from _within_paragraphs(reading)
    for found in _REFERENCE.finditer(reading.masked):
        label = normalized_label(found[2] or found[1])
        if label not in dict(labels):
            otherwise = f"define it ([{label}]: address) or escape the brackets"
            way_out = did_you_mean(label, dict(labels), otherwise)
            yield reading.problem(found.start(), f"the link label '{label}' is not defined on this page", way_out)
    yield from _footnotes(reading)


def _within_paragraphs(reading: Reading) -> Iterator[Problem]:
    """Definitions glued to a paragraph: the site reads them, and text that moves would lose them."""
    known = read_definitions(reading.text).lines if reading.definitions else frozenset()
    for label, link in reading.definitions:
        if reading.text.count("\n", 0, link.offset) not in known:
            fact = f"the definition of '{label}' stands in a paragraph"
            yield reading.problem(link.offset, fact, "put a blank line before it")


def _footnotes(reading: Reading) -> Iterator[Problem]:
    notes = list(_FOOTNOTE.finditer(reading.masked))
    defined = [(found[1], found.start()) for found in notes if found[1]]
    yield from _doubled(reading, defined, "footnote", "[^{}]:")
    for found in notes:
        if found[2] and found[2] not in dict(defined):
            way_out = did_you_mean(found[2], dict(defined), f"write it on this page ([^{found[2]}]: …)")
            yield reading.problem(found.start(), f"the footnote '{found[2]}' is not defined on this page", way_out)


def _doubled(reading: Reading, defined: Iterable[tuple[str, int]], kind: str, form: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for label, offset in defined:
        if label in seen:
            fact = f"the {kind} '{label}' is defined twice on this page"
            yield reading.problem(offset, fact, f"keep one '{form.format(label)}'")
        seen.add(label)
