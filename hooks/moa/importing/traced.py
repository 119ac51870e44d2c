"""Text that remembers where in the raw file each of its characters came from."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

MADE = -1


class Piece(NamedTuple):
    """A run of text and the raw characters [start, end) it stands for; `start` is MADE for words of our own."""

    text: str
    start: int
    end: int

    def cut(self, a: int, b: int) -> "Piece":
        """The characters [a, b) of this piece; a piece rewritten on the way gives all its origin to its first part."""
        if self.start == MADE:
            return Piece(self.text[a:b], MADE, MADE)
        if self.end - self.start == len(self.text):
            return Piece(self.text[a:b], self.start + a, self.start + b)
        return Piece(self.text[a:b], self.start, self.end) if a == 0 else Piece(self.text[a:b], self.end, self.end)


@dataclass(frozen=True)
class Traced:
    """An immutable string of pieces; slicing, joining and substituting keep the origins."""

    pieces: tuple[Piece, ...] = ()

    @classmethod
    def raw(cls, text: str, start: int) -> "Traced":
        """A run of the raw file as it stands there from offset `start`."""
        return cls((Piece(text, start, start + len(text)),) if text else ())

    @classmethod
    def made(cls, text: str) -> "Traced":
        """Words or markup of our own, without an origin."""
        return cls((Piece(text, MADE, MADE),) if text else ())

    @classmethod
    def join(cls, parts: Iterable["Traced"], separator: str = "") -> "Traced":
        """The parts one after the other, with a separator of our own between them."""
        between = cls.made(separator).pieces
        pieces: list[Piece] = []
        for index, part in enumerate(parts):
            if index and between:
                pieces.extend(between)
            pieces.extend(part.pieces)
        return cls(tuple(pieces))

    @property
    def text(self) -> str:
        """The characters without their origins."""
        return self.pieces[0].text if len(self.pieces) == 1 else self._joined

    @cached_property
    def _joined(self) -> str:
        return "".join([piece.text for piece in self.pieces])

    @property
    def start(self) -> int:
        """The raw offset of the first character that has one, else MADE."""
        return next((piece.start for piece in self.pieces if piece.start != MADE), MADE)

    def ranges(self) -> Iterator[tuple[int, int]]:
        """The raw ranges [start, end) that this text stands for, in its own order."""
        return ((piece.start, piece.end) for piece in self.pieces if piece.start < piece.end)

    def __add__(self, other: "Traced") -> "Traced":
        return Traced(self.pieces + other.pieces)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> "Traced":
        start, stop, _ = part.indices(len(self.text))
        if (start, stop) == (0, len(self.text)):
            return self
        return Traced(tuple(self._cut(start, stop)))

    @cached_property
    def _starts(self) -> list[int]:
        """Where in the text each piece begins."""
        return [0, *accumulate(len(piece.text) for piece in self.pieces)][:-1]

    def _cut(self, start: int, stop: int) -> Iterator[Piece]:
        first = max(bisect_left(self._starts, start) - 1, 0)
        for index in range(first, len(self.pieces)):
            piece, at = self.pieces[index], self._starts[index]
            if at > stop:
                return
            a, b = max(start - at, 0), min(stop - at, len(piece.text))
            if a < b:
                yield piece.cut(a, b)
            elif not piece.text and (start <= at < stop or start <= at == stop == len(self.text)):
                yield piece  # what was taken out here still belongs here

    def strip(self, characters: str | None = None) -> "Traced":
        """Without white space (or the given characters) at both ends."""
        return self.lstrip(characters).rstrip(characters)

    def lstrip(self, characters: str | None = None) -> "Traced":
        """Without white space (or the given characters) at the start."""
        return self[len(self.text) - len(self.text.lstrip(characters)) :]

    def rstrip(self, characters: str | None = None) -> "Traced":
        """Without white space (or the given characters) at the end."""
        return self[: len(self.text.rstrip(characters))]

    def rewritten(self, text: str) -> "Traced":
        """Other characters that stand for all the raw characters of this text, which should be of one run."""
        ranges = list(self.ranges())
        if not ranges:
            return Traced.made(text)
        first, *rest = ranges
        return Traced((Piece(text, *first), *(Piece("", *other) for other in rest)))

    def sub(self, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], "str | Traced"]) -> "Traced":
        """Replace each match; a plain string stands for the raw characters it replaces."""
        parts, at = [], 0
        for found in pattern.finditer(self.text):
            new = replace(found)
            parts.append(self[at : found.start()])
            parts.append(new if isinstance(new, Traced) else self[found.start() : found.end()].rewritten(new))
            at = found.end()
        return Traced.join([*parts, self[at:]]) if at or parts else self

    def split_lines(self) -> list["Traced"]:
        """Cut at line feeds, which are left out."""
        lines, at = [], 0
        for line in self.text.split("\n"):
            lines.append(self[at : at + len(line)])
            at += len(line) + 1
        return lines


NOTHING = Traced()
