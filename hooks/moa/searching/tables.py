"""Sorted tables in blocks: a browser fetches the blocks that its keys fall into, and no others."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

BLOCK = 3_000  # characters of a block, some 3 KB as it travels


@dataclass(frozen=True)
class Table:
    """The texts of the blocks, with a key that parts each from the one before, and how many rows it has."""

    blocks: tuple[str, ...]
    first: tuple[str, ...]
    rows: tuple[int, ...]

    def root(self) -> Mapping[str, object]:
        """What a browser must know to find a key's block."""
        return {"first": self.first, "rows": self.rows}


def table(rows: Iterable[tuple[str, str]], size: int = BLOCK) -> Table:
    """The table of rows (key, line); sorted by key as JavaScript compares texts."""
    blocks: list[list[str]] = []
    first: list[str] = []
    room, last = 0, ""
    for key, line in sorted(rows, key=lambda row: (units(row[0]), row[1])):
        if room <= 0:
            blocks.append([])
            first.append(_between(last, key))
            room = size
        blocks[-1].append(line)
        room -= len(line) + 1
        last = key
    return Table(tuple("\n".join(lines) for lines in blocks), tuple(first), tuple(map(len, blocks)))


def _between(last: str, key: str) -> str:
    """The shortest beginning of a key that is greater than the last key before it; the key where they are equal."""
    return next((key[:size] for size in range(len(key)) if units(key[:size]) > units(last)), key)


def compact(value: object) -> str:
    """A value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def units(text: str) -> bytes:
    """The text as what JavaScript sorts by: units of 16 bits."""
    return text.encode("utf-16-be", "surrogatepass")
