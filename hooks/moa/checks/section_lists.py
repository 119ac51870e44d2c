"""`sections:` of a note names the sections that the note has, so that one that vanishes is noticed."""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from moa.book import Book
from moa.nearest import did_you_mean
from moa.pages import Note, Section
from moa.problems import Problem
from moa.schemas.notes import NoteEntry

FILE = "notes.yml"


def check(book: Book) -> Iterator[Problem]:
    """Sections that have vanished, that are new or stand elsewhere, and lists that are not there."""
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
    sections = _in_order(note, entry)
    there, listed = Counter(section.id for section in sections), Counter(entry.sections)
    new = set(there) - set(listed)
    seen: Counter[str] = Counter()
    for item in entry.value.get("sections").texts:
        seen[item.text] += 1
        if item.text not in there:
            way_out = did_you_mean(item.text, new, "bring it back, or take it out of sections:")
            yield item.problem(FILE, f"the section '{item.text}' has vanished from the note '{note.id}'", way_out)
        elif seen[item.text] > there[item.text]:
            yield item.problem(
                FILE, f"the section '{item.text}' is listed {_times(seen[item.text])}", "keep one of them"
            )
    yield from _unlisted(sections, listed, note.id)
    if there == listed:
        yield from _moved(sections, entry)


def _in_order(note: Note, entry: NoteEntry) -> list[Section]:
    """The sections that have an id, the pages in the order of `imported`."""
    first = [name.removesuffix(".md") for name in entry.value.get("imported").fields]
    rank = {name: place for place, name in enumerate(first)}
    pages = sorted(note.pages, key=lambda page: rank.get(page.name.rpartition("/")[2], len(rank)))
    return [section for page in pages for section in page.sections if section.id]


def _unlisted(sections: list[Section], listed: Counter[str], note: str) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for section in sections:
        seen[section.id] += 1
        if seen[section.id] > listed[section.id]:
            again = f" {_times(seen[section.id])}" if listed[section.id] else ""
            fact = f"the section '{section.id}' is not in sections:{again} of the note '{note}'"
            yield Problem(section.path, section.line, 1, fact, f"add it there ({FILE})")


def _moved(sections: list[Section], entry: NoteEntry) -> Iterator[Problem]:
    """Sections that stand in another order than they are listed in."""
    order = SequenceMatcher(None, entry.sections, [section.id for section in sections], autojunk=False)
    for _, _, _, start, end in (change for change in order.get_opcodes() if change[0] in ("insert", "replace")):
        for section in sections[start:end]:
            fact = f"the section '{section.id}' stands elsewhere than sections: says"
            yield Problem(section.path, section.line, 1, fact, f"move it back, or move its line in {FILE}")


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number} times"
