"""`sections:` of a note names the sections that the note has, so that one that vanishes is noticed."""

from collections.abc import Iterator

from moa.checks.book import Book
from moa.corpus import Note
from moa.nearest import did_you_mean
from moa.problems import Problem
from moa.schemas.notes import NoteEntry

FILE = "notes.yml"


def check(book: Book) -> Iterator[Problem]:
    """Sections that have vanished, sections that are new, and lists that are not there."""
    for note in book.corpus.notes:
        entry = book.entries.get(note.id)
        if entry and entry.value.get("sections").kind == "list":
            yield from _differences(note, entry)
        elif entry:
            written = ", ".join(section.id for section in note.sections if section.id)
            place = entry.value
            fact = f"the note '{note.id}' has no list of its sections"
            yield Problem(FILE, place.line, place.column, fact, f"add sections: [{written}]", "notice")


def _differences(note: Note, entry: NoteEntry) -> Iterator[Problem]:
    ids = {section.id for section in note.sections if section.id}
    new = ids - set(entry.sections)
    seen: set[str] = set()
    for item in entry.value.get("sections").texts:
        if item.text not in ids:
            way_out = did_you_mean(item.text, new, "bring it back, or take it out of sections:")
            yield item.problem(FILE, f"the section '{item.text}' has vanished from the note '{note.id}'", way_out)
        elif item.text in seen and not _on_several_pages(note, item.text):
            yield item.problem(FILE, f"the section '{item.text}' is listed twice", "keep one of them")
        seen.add(item.text)
    for section in note.sections:
        if section.id in new:
            fact = f"the section '{section.id}' is not in sections: of the note '{note.id}'"
            yield Problem(section.path, section.line, 1, fact, f"add it there ({FILE})")


def _on_several_pages(note: Note, name: str) -> bool:
    return len({section.page for section in note.sections if section.id == name}) > 1
