"""Every non-blank line of a raw note is restated by a section of the note, or named under `left_out`."""

from collections.abc import Iterator
from dataclasses import replace

from moa.book import Book
from moa.pages import Note
from moa.problems import Problem
from moa.schemas.notes import NoteEntry
from moa.sections import write_lines

FILE = "notes.yml"


def check(book: Book) -> Iterator[Problem]:
    """Lines that are nowhere, lines that are not in the raw note, lines both restated and left out."""
    for note in book.corpus.notes:
        entry = book.entries.get(note.id)
        if entry and entry.lines:
            yield from _missing(note, entry)
            yield from _left_out(note, entry)
            yield from _restated(note, entry)


def _missing(note: Note, entry: NoteEntry) -> Iterator[Problem]:
    missing = entry.lines - _covered(note) - entry.left_out_lines
    if missing:
        fact = f"{named(missing)} of {entry.raw_file} {_are(missing)} neither in a data-raw nor under left_out"
        place = entry.value.get("raw").get("lines")
        yield place.problem(FILE, fact, "restate in a section, or leave out and say why")


def _left_out(note: Note, entry: NoteEntry) -> Iterator[Problem]:
    covered = _covered(note)
    for lines, item in entry.left_out:
        place = item.get("lines")
        if lines - entry.lines:
            fact = f"left_out names {named(lines - entry.lines)}, and nothing stands there in {entry.raw_file}"
            yield place.problem(FILE, fact, "name lines of raw.lines alone")
        if lines & covered:
            fact = f"{named(lines & covered)} of {entry.raw_file} {_are(lines & covered)} left out and restated too"
            yield replace(place.problem(FILE, fact, "decide for one of the two"), severity="notice")


def _restated(note: Note, entry: NoteEntry) -> Iterator[Problem]:
    end = max(entry.lines)
    for section in note.sections:
        beyond = {line for line in section.raw if line > end}
        if beyond:
            fact = f"data-raw names {named(beyond)}, but {entry.raw_file} ends at line {end}"
            yield Problem(section.path, section.line, 1, fact, "name the lines that it restates")
        elif section.raw and not section.raw & entry.lines:
            fact = f"data-raw names {named(section.raw)}, and nothing stands there in {entry.raw_file}"
            yield Problem(section.path, section.line, 1, fact, "name the lines that it restates")


def _covered(note: Note) -> frozenset[int]:
    return frozenset().union(*(section.raw for section in note.sections))


def _are(lines: frozenset[int]) -> str:
    return "are" if len(lines) > 1 else "is"


def named(lines: frozenset[int] | set[int]) -> str:
    """Line numbers as words: `line 3`, `lines 3, 7-9`."""
    return f"line{'s' if len(lines) > 1 else ''} {write_lines(lines).replace(',', ', ')}"
