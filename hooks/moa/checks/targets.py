"""References in brackets lead to terms, pages and sections that exist, and are written as the site reads them."""

import re
from collections.abc import Iterator

from moa.book import Book
from moa.masking import masked
from moa.particles import read_pair
from moa.problems import Problem
from moa.reading import Reading
from moa.references import Reference, find_references
from moa.targets import Unknown

# Two brackets that are not closed on their line; a link that starts within brackets (`[[a](b)]`) is none.
_OPEN = re.compile(r"\[\[(?=[\w#])(?![^\[\]\n]*\]\])(?![^\[\]\n]*\]\()")
_IN_LINK = re.compile(r"\[[^\[\]\n]*(?P<inner>\[\[[^\[\]\n]*\]\])[^\[\]\n]*\]\(")


def check(reading: Reading, book: Book) -> Iterator[Problem]:
    """Unknown and ambiguous targets, particles that do not exist, and references where none can stand."""
    heads = {line for each in reading.page.cut.sections for line in range(each.line, each.line + each.height)}
    inner = {found.start("inner") for found in _IN_LINK.finditer(reading.masked)}
    for reference in find_references(reading.masked, is_masked=True):
        fault = _fault(reference, reading, book)
        if fault:
            yield reading.problem(reference.start, *fault)
        elif reading.text.count("\n", 0, reference.start) + 1 in heads:
            yield reading.problem(reference.start, "a reference stands in a heading", "write its words alone")
        elif reading.masked[: reference.start].endswith("!"):
            yield reading.problem(reference.start - 1, "a reference is no image", "take the sign before it away")
        elif reference.start in inner:
            yield reading.problem(reference.start, "a reference stands within a link", "keep one of the two")
    for found in _OPEN.finditer(reading.masked):
        yield reading.problem(
            found.start(), "this reference is not closed on its line", "end it with ]], or write \\[["
        )


def check_book(book: Book) -> Iterator[Problem]:
    """The same for all pages that have references, for who has not read them for other checks."""
    for page in book.corpus.pages.values():
        if "[[" in page.text:
            yield from check(Reading(page, page.plain, masked(page.plain), None), book)


def _fault(reference: Reference, reading: Reading, book: Book) -> tuple[str, str] | None:
    written = reading.text[reference.start : reference.end]
    if not reference.target:
        return f"'{written}' names no target", "name a term, a page or a section by its address"
    found = book.corpus.targets.find(reference.target, reading.page.name)
    if isinstance(found, Unknown):
        return found.fact, book.suggestions.way_out(found, reference.target, reading.page.name)
    if "|" in written and not reference.words:
        return f"'{written}' has no words", f"write [[{reference.target}]], or words after the bar"
    if reference.pair and read_pair(reference.pair) is None:
        return f"'{{{reference.pair}}}' is no pair of particles", "write two forms of one, as in {은/는} or {으로/로}"
    return None
