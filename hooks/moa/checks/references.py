"""The sections and notes that data files name exist."""

from collections.abc import Iterable, Iterator

from moa.book import Book
from moa.checks.account import named
from moa.data import Value
from moa.nearest import did_you_mean
from moa.problems import Problem
from moa.renamed import now
from moa.schemas.common import IS_ADDRESS
from moa.sections import read_lines


def check(book: Book) -> Iterator[Problem]:
    """Unknown addresses and notes in corrections.yml and glossary.yml."""
    yield from _corrections(book)
    for term in book.data.get("glossary.yml", Value()).items:
        yield from _unknown_address(book, "glossary.yml", term.get("home"))


def _corrections(book: Book) -> Iterator[Problem]:
    file = "corrections.yml"
    entries = book.data.get(file, Value()).items
    yield from _of_unknown_notes(book, file, entries)
    for entry in entries:
        note = entry.get("note")
        if note.text not in book.entries:
            continue  # what became of its sections is no longer the matter
        yield from _unknown_address(book, file, entry.get("section"))
        lines = entry.get("lines")
        stray = (read_lines(lines.words or "") or frozenset()) - book.entries[note.text].lines
        if stray:
            fact = f"lines names {named(stray)}, and nothing stands there in the raw file of '{note.text}'"
            yield lines.problem(file, fact, "name the lines that the correction is about")


def _of_unknown_notes(book: Book, file: str, entries: Iterable[Value]) -> Iterator[Problem]:
    """One problem a note, where its first entry stands."""
    unknown: dict[str, list[Value]] = {}
    for entry in entries:
        note = entry.get("note")
        if note.words and note.text not in book.entries:
            unknown.setdefault(note.text, []).append(note)
    for name, places in unknown.items():
        others = f" ({len(places)} entries)" if len(places) > 1 else ""
        near = did_you_mean(name, book.entries, "name an id of notes.yml,")
        way_out = f"{near} or remove what is about this note"
        yield places[0].problem(file, f"there is no note '{name}'{others}", way_out)


def _unknown_address(book: Book, file: str, value: Value) -> Iterator[Problem]:
    known = book.corpus.by_address
    address = now(value.text, book.corpus.targets.renamed)
    if value.words and IS_ADDRESS.fullmatch(value.text) and address not in known:
        way_out = did_you_mean(value.text, known, "name a section by its whole address")
        yield value.problem(file, f"there is no section '{value.text}'", way_out)
