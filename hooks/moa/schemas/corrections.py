"""docs/corrections.yml: what the notes had wrong, and what is right."""

from collections.abc import Mapping
from dataclasses import dataclass

from moa.data import Value
from moa.languages import SOURCE
from moa.schemas.common import ADDRESS, ID, LINES, TRANSLATED
from moa.sections import read_lines
from moa.shapes import ListOf, OrNothing, Record, Text, TextOr

ENTRY = Record(
    {
        "id": ID,
        "note": ID,
        "lines": LINES,
        "severity": Text(),
        "category": Text(),
        "had": TextOr(TRANSLATED),
        "right": TextOr(TRANSLATED),
    },
    {"section": OrNothing(ADDRESS), "references": OrNothing(ListOf(Text()))},
)


@dataclass(frozen=True)
class Correction:
    """One place where a note was wrong; `had` and `right` by language, `section` is empty where none repeats it."""

    id: str
    note: str
    lines: frozenset[int]
    section: str
    had: Mapping[str, str]
    right: Mapping[str, str]
    references: tuple[str, ...]


def read_corrections(value: Value) -> tuple[Correction, ...]:
    """The entries that have an id, in their order; what is faulty is empty."""
    return tuple(_correction(item) for item in value.items if item.get("id").words)


def _correction(item: Value) -> Correction:
    return Correction(
        id=item.get("id").words or "",
        note=item.get("note").words or "",
        lines=read_lines(item.get("lines").words or "") or frozenset(),
        section=item.get("section").words or "",
        had=_by_language(item.get("had")),
        right=_by_language(item.get("right")),
        references=tuple(each.text for each in item.get("references").texts),
    )


def _by_language(value: Value) -> Mapping[str, str]:
    """Words by language; words without a language are Korean."""
    said = value.words
    return {SOURCE: said} if said else {name: each.words or "" for name, each in value.fields.items()}
