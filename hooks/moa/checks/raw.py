"""The raw files are those that notes.yml describes: present, unchanged, with the same non-blank lines."""

import hashlib
from collections.abc import Iterator, Mapping

from moa.blank import nonblank_lines
from moa.book import Book
from moa.checks.account import named
from moa.data import Value
from moa.nearest import did_you_mean
from moa.problems import Problem
from moa.schemas.notes import NoteEntry
from moa.sections import write_lines

FILE = "notes.yml"


def check(book: Book) -> Iterator[Problem]:
    """Raw files that are missing, changed, in another encoding or with other lines; none without raw files at hand."""
    if book.raws is not None:
        for entry in book.notes:
            yield from _entry(entry, book.raws)


def decoded(content: bytes, encoding: str) -> str | None:
    """The text, or None where it is not in that encoding or no such encoding is known."""
    try:
        return content.decode(encoding)
    except (LookupError, ValueError):
        return None


def _entry(entry: NoteEntry, raws: Mapping[str, bytes]) -> Iterator[Problem]:
    raw = entry.value.get("raw")
    content = raws.get(entry.raw_file)
    if content is None:
        if entry.raw_file:
            way_out = did_you_mean(entry.raw_file, raws, "put it there, or correct the name")
            yield raw.get("file").problem(FILE, f"there is no raw file '{entry.raw_file}'", way_out)
        return
    sha256 = hashlib.sha256(content).hexdigest()
    if entry.sha256 and sha256 != entry.sha256:
        fact = f"{entry.raw_file} is not the file that was read: its sha256 is {sha256}"
        yield raw.get("sha256").problem(FILE, fact, "restore the file, or import it again")
    text = decoded(content, entry.encoding)
    if text is None:
        yield raw.problem(FILE, f"{entry.raw_file} is not {entry.encoding}", "state its encoding: under raw:")
    else:
        yield from _lines(entry, raw.get("lines"), nonblank_lines(text))


def _lines(entry: NoteEntry, place: Value, lines: frozenset[int]) -> Iterator[Problem]:
    if not entry.lines or lines == entry.lines:
        return
    lacking, blank = lines - entry.lines, entry.lines - lines
    facts = [f"lacks {named(lacking)}"] * bool(lacking) + [f"names {named(blank)}, where nothing stands"] * bool(blank)
    fact = f"raw.lines of {entry.raw_file} {' and '.join(facts)}"
    yield place.problem(FILE, fact, f'write lines: "{write_lines(lines)}"')
