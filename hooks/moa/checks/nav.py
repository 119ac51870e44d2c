"""nav.yml names pages and folders that exist."""

from collections.abc import Iterator

from moa import nav
from moa.book import Book
from moa.data import Value
from moa.languages import SOURCE
from moa.problems import Problem

FILE = "nav.yml"


def check(book: Book) -> Iterator[Problem]:
    """The faults of the file's form, paths that lead nowhere, and pages that it does not name (notices)."""
    value = book.data.get(FILE, Value())
    if value.kind == "nothing":
        return
    entries, faults = nav.read(value, FILE)
    yield from faults
    pages = [f"{page.name}.md" for page in book.corpus.in_language(SOURCE)]
    notes = nav.read_notes(book.data.get("notes.yml", Value()))
    _, unplaced = nav.plan(entries, pages, notes, SOURCE, FILE)
    yield from unplaced
