"""From places in a text to places in the raw file that its pieces came from."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from moa.importing.draft import Dropped
from moa.importing.traced import MADE, Piece, Traced


class Places:
    """Finds the origins of stretches of a text; places in the text become places in the raw file."""

    def __init__(self, source: Traced) -> None:
        self.pieces = source.pieces
        self.starts = [0, *accumulate(len(piece.text) for piece in source.pieces)]
        whole = source.pieces[0] if len(source.pieces) == 1 else None
        untouched = whole and whole.start != MADE and whole.end - whole.start == len(whole.text)
        self.shift = whole.start if whole and untouched else None  # the common case, a whole page, costs nothing

    def _between(self, start: int, end: int) -> Iterator[Piece]:
        index = max(bisect_right(self.starts, start) - 1, 0)
        while index < len(self.pieces) and self.starts[index] < end:
            at = self.starts[index]
            a, b = max(start - at, 0), min(end - at, len(self.pieces[index].text))
            if a < b:
                yield self.pieces[index].cut(a, b)
            index += 1

    def moved(self, content: Traced) -> Traced:
        """A text with the origins of the stretches that its pieces stand for."""
        if self.shift == 0:
            return content
        if self.shift is not None:
            shift = self.shift
            return Traced(
                tuple(
                    piece if piece.start == MADE else Piece(piece.text, piece.start + shift, piece.end + shift)
                    for piece in content.pieces
                )
            )
        moved: list[Piece] = []
        for piece in content.pieces:
            if piece.start == MADE:
                moved.append(piece)
                continue
            origin = list(self._between(piece.start, piece.end))
            if "".join(part.text for part in origin) == piece.text:
                moved.extend(origin)
            else:
                moved.extend(Traced(tuple(origin)).rewritten(piece.text).pieces)
        return Traced(tuple(moved))

    def dropped(self, runs: Iterator[tuple[int, int, str]]) -> Iterator[Dropped]:
        """Runs of the text as ranges of the raw file, white space aside; what had no text any more is markup."""
        for start, end, class_ in runs:
            for piece in self._between(start, end):
                if piece.start < piece.end and (piece.text.strip() or piece.end - piece.start != len(piece.text)):
                    yield Dropped(piece.start, piece.end, class_)
        for piece in self.pieces:
            if not piece.text and piece.start < piece.end:
                yield Dropped(piece.start, piece.end, "markup")

    def offset(self, place: int) -> int:
        """The raw offset of a place in the text, else the nearest one before it."""
        index = min(max(bisect_right(self.starts, place) - 1, 0), max(len(self.pieces) - 1, 0))
        while index >= 0 and self.pieces:
            piece = self.pieces[index]
            if piece.start != MADE:
                return min(piece.start + max(place - self.starts[index], 0), piece.end)
            index -= 1
        return 0
