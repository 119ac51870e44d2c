"""The notes against the topics: which note says what the book tells, in the order of the book."""

from collections.abc import Iterator
from dataclasses import dataclass

from moa.folding.setting import Setting
from moa.plan import Place, Told


@dataclass(frozen=True)
class Cell:
    """A section of a note, and what becomes of it."""

    address: str
    title: str
    told: Told


@dataclass(frozen=True)
class Topic:
    """A group that the guide gathers: where, and its sections by note in the order of the notes."""

    group: str
    place: Place
    notes: tuple[tuple[Cell, ...], ...]


def notes(setting: Setting) -> tuple[str, ...]:
    """The ids of the notes, in the order of notes.yml, those without an entry last."""
    ids = [note.id for note in setting.corpus.notes]
    return tuple(sorted(ids, key=lambda each: (_rank(each, list(setting.entries)), each)))


def cells(setting: Setting, note: str) -> Iterator[Cell]:
    """Every section of a note, page after page."""
    pages = [page for page in setting.corpus.notes if page.id == note]
    entry = setting.entries.get(note)
    first = [name.removesuffix(".md") for name in entry.value.get("imported").fields] if entry else []
    for page in sorted(pages[0].pages, key=lambda page: (_rank(page.name.rpartition("/")[2], first), page.name)):
        for section in page.sections:
            if section.id and section.address in setting.plan.told:
                yield Cell(section.address, section.cut.title, setting.plan.told[section.address])


def topics(setting: Setting) -> tuple[Topic, ...]:
    """The groups that the guide gathers, as a reader meets them."""
    by_group: dict[str, dict[str, list[Cell]]] = {}
    places: dict[str, Place] = {}
    known = notes(setting)
    for note in known:
        for cell in cells(setting, note):
            if cell.told.group and cell.told.place:
                by_group.setdefault(cell.told.group, {}).setdefault(note, []).append(cell)
                places[cell.told.group] = cell.told.place
    found = (
        Topic(group, places[group], tuple(tuple(said.get(note, ())) for note in known))
        for group, said in by_group.items()
    )
    return tuple(sorted(found, key=lambda topic: _read_at(topic.place, setting.order)))


def _read_at(place: Place, order: tuple[str, ...]) -> tuple[int, str, int]:
    return _rank(place.page, list(order)), place.page, place.line


def _rank(name: str, order: list[str]) -> int:
    return order.index(name) if name in order else len(order)
