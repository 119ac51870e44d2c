"""Each note has a folder of Korean pages and an entry in notes.yml."""

from collections.abc import Iterator

from moa.book import Book
from moa.nearest import did_you_mean
from moa.problems import Problem
from moa.schemas.common import IS_ID
from moa.schemas.notes import NoteEntry

FILE = "notes.yml"


def check(book: Book) -> Iterator[Problem]:
    """Entries without a folder, folders without an entry, pages that are gone, names without English."""
    folders = {note.id for note in book.corpus.notes}
    for entry in book.notes:
        if IS_ID.fullmatch(entry.id) and entry.id not in folders:
            way_out = did_you_mean(entry.id, folders - set(book.entries), f"write pages in ko/notes/{entry.id}/")
            yield entry.value.get("id").problem(FILE, f"the note '{entry.id}' has no Korean pages", way_out)
        yield from _untranslated(entry)
        yield from _gone(book, entry)
    for note in book.corpus.notes:
        if note.id not in book.entries:
            fact = f"the note '{note.id}' has no entry in {FILE}"
            way_out = did_you_mean(note.id, set(book.entries) - folders, f"add one with id: {note.id}")
            yield Problem(note.pages[0].path, 0, 0, fact, way_out)


def _untranslated(entry: NoteEntry) -> Iterator[Problem]:
    for name in ("short", "title"):
        value = entry.value.get(name)
        if value.get("ko").words and not value.get("en").words:
            fact = f"'{name}' of the note '{entry.id}' has no English"
            yield Problem(FILE, value.line, value.column, fact, "add en:", "notice")


def _gone(book: Book, entry: NoteEntry) -> Iterator[Problem]:
    for key in entry.value.get("imported").keys:
        if book.corpus.page("ko", f"notes/{entry.id}/{key.text.removesuffix('.md')}") is None:
            fact = f"'{key.text}' under imported: is no page of the note '{entry.id}'"
            yield key.problem(FILE, fact, "bring the page back, or remove this line")
