"""Case files: a sentence on what the case shows, options, then files after `=== path` lines, the last one expected."""

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent.parent / "cases"
_MARK = re.compile(r"^=== (.+)\n", re.M)


@dataclass(frozen=True)
class Case:
    """A tree by path, the options that stand under the first line, and the expected text."""

    options: tuple[str, ...]
    files: dict[str, str]
    expected: str


def read_case(path: Path) -> Case:
    """The case that a file holds; its last part is what is expected."""
    head, *parts = _MARK.split(path.read_text(encoding="utf-8"))
    files = dict(zip(parts[::2], parts[1::2], strict=True))
    _, expected = files.popitem()
    return Case(tuple(head.split("\n", 1)[1].split()), files, expected)


def case_files(area: str) -> list[Path]:
    """The case files of an area, by name."""
    return sorted((CASES / area).glob("*.txt"))
