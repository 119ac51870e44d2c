"""Plain tables for a terminal, aligned for Korean letters, which are two columns wide."""

import unicodedata
from collections.abc import Sequence


def width(text: str) -> int:
    """The columns that a text takes in a terminal."""
    return sum(_columns(character) for character in text)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as lines: the first column to the left, the others to the right; every row has as many cells."""
    widths = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "".join(f"{_line(row, widths)}\n" for row in rows)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    pads = [" " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)]
    numbers = [f"{pad}{cell}" for pad, cell in zip(pads[1:], row[1:], strict=True)]
    return "  ".join([f"{row[0]}{pads[0]}", *numbers]).rstrip()


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
