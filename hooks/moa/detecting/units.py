"""What is compared: pieces of notes under their headings, from a docs tree or from a file of JSON lines."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from moa.corpus import Corpus
from moa.fingerprint import words
from moa.pages import Section
from moa.problems import Problem

_REQUIRED = ("id", "note", "heading", "text")
_WAY_OUT = 'write one object a line: {"id": "…", "note": "…", "heading": "…", "text": "…"}, "text_en" if there is one'


@dataclass(frozen=True)
class Unit:
    """A piece of a note; `siblings` units of it stand under the same heading, and the first is the heading's own."""

    id: str
    note: str
    heading: str
    text: str
    text_en: str = ""
    siblings: int = 1
    is_first: bool = True


def read_units(text: str, path: str) -> tuple[list[Unit], list[Problem]]:
    """The units of a file of JSON lines and what is wrong with its lines; faulty lines and doubled ids are left out."""
    units: dict[str, Unit] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        unit, fault = _read(line)
        if unit is None:
            problems.append(Problem(path, number, 0, fault, _WAY_OUT))
        elif unit.id in units:
            problems.append(Problem(path, number, 0, f"there is a unit '{unit.id}' already", "give each its own id"))
        else:
            units[unit.id] = unit
    return placed(units.values()), problems


def units_of(corpus: Corpus) -> list[Unit]:
    """The sections of notes that have an address, with their English where there is a current translation."""
    english = {(section.page, section.id): section for section in _translations(corpus)}
    return placed(
        Unit(section.address, note.id, section.cut.title, words_of(section), _english(section, english))
        for note in corpus.notes
        for section in note.sections
        if section.id
    )


def words_of(section: Section) -> str:
    """A section's heading and body as readers see them, a block a line."""
    return words(section.cut, section.shown, section.markdown)


def placed(units: Iterable[Unit]) -> list[Unit]:
    """The units with what they share with others of their note: how many stand under the heading, which is first."""
    units = list(units)
    siblings = Counter((unit.note, unit.heading) for unit in units)
    seen: set[tuple[str, str]] = set()
    found = []
    for unit in units:
        place = (unit.note, unit.heading)
        found.append(replace(unit, siblings=siblings[place], is_first=place not in seen))
        seen.add(place)
    return found


def _read(line: str) -> tuple[Unit | None, str]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return None, f"this line is not JSON: {error}"
    if not isinstance(value, dict):
        return None, "this line is no JSON object"
    missing = [name for name in _REQUIRED if not isinstance(value.get(name), str)]
    if missing or not value["id"]:
        return None, f"{' and '.join(missing) or 'id'} must be there, as text"
    english = value.get("text_en") or ""
    if not isinstance(english, str):
        return None, "text_en must be text"
    name, note, heading, text = (_encodable(value[field]) for field in _REQUIRED)
    return Unit(name, note, heading, text, _encodable(english)), ""


def _encodable(text: str) -> str:
    """The text without lone surrogates, which JSON can write and UTF-8 cannot."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _translations(corpus: Corpus) -> Iterator[Section]:
    for page in corpus.in_language("en"):
        yield from (section for section in page.sections if page.note and section.of)


def _english(section: Section, english: Mapping[tuple[str, str], Section]) -> str:
    translation = english.get((section.page, section.id))
    if not translation or translation.of != section.fingerprint:
        return ""
    return f"# {words_of(translation)}"
