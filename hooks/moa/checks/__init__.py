"""Everything that can be wrong with a docs tree: two lists of (name, function), run over a page or over the book."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from moa.book import Book
from moa.checks import (
    account,
    attributes,
    blocks,
    characters,
    conservation,
    copies,
    data_files,
    decisions,
    definitions,
    exhibits,
    files,
    folders,
    gathers,
    glossary,
    ids,
    languages,
    links,
    nav,
    outline,
    raw,
    references,
    renamed,
    rendered,
    section_lists,
    shared,
    targets,
    translated,
    undecided,
    unsafe,
)
from moa.markdown import parser
from moa.problems import Problem
from moa.reading import Reading, read
from moa.rendering import renderer

PageCheck = Callable[[Reading, Book], Iterator[Problem]]
BookCheck = Callable[[Book], Iterator[Problem]]

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LONGEST = 1000  # room for the lines that a note lacks, not for a whole paragraph taken for a heading

PAGE_CHECKS: list[tuple[str, PageCheck]] = [
    ("characters", characters.check),
    ("outline", outline.check),
    ("ids", ids.check),
    ("rendered headings", rendered.check),
    ("attributes", attributes.check),
    ("unsafe", unsafe.check),
    ("links", links.check),
    ("references", targets.check),
    ("definitions", definitions.check),
    ("blocks", blocks.check),
]
BOOK_CHECKS: list[tuple[str, BookCheck]] = [
    ("files", files.check),
    ("data files", data_files.check),
    ("note folders", folders.check),
    ("section lists", section_lists.check),
    ("account of raw lines", account.check),
    ("languages", languages.check),
    ("translations", translated.check),
    ("references of data files", references.check),
    ("glossary", glossary.check),
    ("renamed", renamed.check),
    ("decisions", decisions.check),
    ("gathers", gathers.check),
    ("exhibits", exhibits.check),
    ("conservation", conservation.check),
    ("copies", copies.check),
    ("undecided look-alikes", undecided.check),
    ("nav", nav.check),
    ("raw files", raw.check),
    ("shared words", shared.check),
]


def check(book: Book, complete: bool = False) -> list[Problem]:
    """All problems of a book, sorted by place; `complete` turns notices into errors."""
    found = {*_page_problems(book), *(problem for _, run in BOOK_CHECKS for problem in run(book))}
    return sorted({_finished(problem, complete) for problem in found})


def _finished(problem: Problem, complete: bool) -> Problem:
    # What a page or a data file holds is quoted in facts; a line feed there must not look like another problem.
    fact, way_out = (_one_line(part) for part in (problem.fact, problem.way_out))
    severity = "error" if complete else problem.severity
    return replace(problem, fact=fact, way_out=way_out, severity=severity)


def _one_line(words: str) -> str:
    words = " ".join(_UNPRINTABLE.sub("?", words).split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _page_problems(book: Book) -> Iterator[Problem]:
    markdown, html = parser(), renderer()
    for page in book.corpus.pages.values():
        reading = read(page, markdown, html)
        for _, run in PAGE_CHECKS:
            yield from run(reading, book)
