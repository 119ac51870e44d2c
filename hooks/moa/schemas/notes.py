"""docs/notes.yml: one entry per note."""

from dataclasses import dataclass

from moa.data import Value
from moa.schemas.common import ID, LINES, SHA256, TRANSLATED
from moa.sections import read_lines
from moa.shapes import Anything, ListOf, MappingOf, OrNothing, Record, Scalar, Text

RAW = Record({"file": Text(), "sha256": SHA256, "lines": LINES}, {"encoding": Text()})
LEFT_OUT = Record({"lines": LINES, "class": Text()}, {"why": Text()})
ENTRY = Record(
    {"id": ID, "short": TRANSLATED, "title": TRANSLATED, "raw": RAW},
    {
        "author": OrNothing(Scalar()),
        "date": OrNothing(Scalar()),
        "address": OrNothing(Text()),
        "licence": OrNothing(Text()),
        "left_out": OrNothing(ListOf(LEFT_OUT)),
        "sections": OrNothing(ListOf(ID)),
        "imported": OrNothing(MappingOf(OrNothing(SHA256))),
        "sources": OrNothing(ListOf(Scalar())),
        "tags": OrNothing(ListOf(Scalar())),
        "metadata": OrNothing(MappingOf(Anything())),
    },
)


@dataclass(frozen=True)
class NoteEntry:
    """An entry as far as it can be read; what is faulty is empty. `value` has the places."""

    id: str
    raw_file: str
    sha256: str
    encoding: str
    lines: frozenset[int]
    left_out: tuple[tuple[frozenset[int], Value], ...]
    sections: tuple[str, ...]
    value: Value

    @property
    def left_out_lines(self) -> frozenset[int]:
        """All lines that no section restates."""
        return frozenset().union(*(lines for lines, _ in self.left_out))

    @property
    def quotable(self) -> tuple[str, ...]:
        """Names that a page may repeat from the raw note word for word: its titles, author and licence."""
        names = [self.value.get("author"), self.value.get("licence"), *self.value.get("title").fields.values()]
        return tuple(name.text for name in names if name.text)


def read_notes(value: Value) -> tuple[NoteEntry, ...]:
    """The entries that have an id, in their order."""
    return tuple(_entry(item) for item in value.items if item.get("id").words)


def _entry(item: Value) -> NoteEntry:
    raw = item.get("raw")
    left_out = tuple((_lines(each), each) for each in item.get("left_out").items)
    return NoteEntry(
        id=item.get("id").words or "",
        raw_file=raw.get("file").words or "",
        sha256=raw.get("sha256").words or "",
        encoding=raw.get("encoding").words or "utf-8",
        lines=_lines(raw),
        left_out=left_out,
        sections=tuple(section.text for section in item.get("sections").texts),
        value=item,
    )


def _lines(value: Value) -> frozenset[int]:
    return read_lines(value.get("lines").words or "") or frozenset()
