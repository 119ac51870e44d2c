"""HTML, a saved page or a part of a Markdown note, as Markdown whose characters know where they came from."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any

from moa.importing.draft import Dropped, Line, Remark
from moa.importing.html_article import article, metadata
from moa.importing.html_blocks import joined
from moa.importing.html_elements import write
from moa.importing.html_flow import Flow
from moa.importing.html_footnotes import footnotes
from moa.importing.html_record import CLASSES, Record
from moa.importing.html_tokens import Token, tokens
from moa.importing.html_tree import Element, build, walk
from moa.importing.traced import MADE, Piece, Traced

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAG_LINE = re.compile(r"\s*</?[a-zA-Z!][^>]*>")
_MARKDOWN_LINE = re.compile(r"#{1,6}\s|[-*+]\s|\d+\.\s|```|~~~|>\s|!?\[[^\]]*\]\(|\*\*")
_NEAR = 4000
_MOSTLY = 0.6


@dataclass(frozen=True)
class Converted:
    """Markdown lines, what they leave out, what a person should look at, and what a page tells of itself."""

    lines: tuple[Line, ...]
    dropped: tuple[Dropped, ...]
    remarks: tuple[Remark, ...]
    metadata: Mapping[str, Any] = field(default_factory=dict)


def convert(source: Traced, *, page: bool) -> Converted:
    """Markdown of HTML: of a whole page its article, of a part of a Markdown note all that cannot act.

    In a part of a note text between tags is Markdown already and stays so; offsets are those of the source.
    """
    text = source.text
    found = tokens(text, markdown=not page)
    root = build(found, text)
    record = Record(text, page)
    learnt: Mapping[str, Any] = {}
    chosen = root
    _note_tokens(record, found, root)
    if page:
        chosen = article(root, text)
        record.leave(0, chosen.start, "boilerplate")
        record.leave(chosen.outer, len(text), "boilerplate")
        learnt = metadata(record, root, chosen)
        record = replace(record, notes=footnotes(chosen, text), address=str(learnt.get("address", "")))
    flow = Flow(record, write)
    flow.visit([chosen])
    flow.flush()
    lines = joined(flow.parts)
    places = _Places(source)
    return Converted(
        tuple(replace(line, content=places.moved(line.content)) for line in lines),
        tuple(places.dropped(_left_out(record, lines))),
        tuple(replace(remark, offset=places.offset(remark.offset)) for remark in record.remarks),
        learnt,
    )


def looks_like_page(text: str) -> bool:
    """Whether a file is a saved HTML page rather than Markdown with some HTML in it."""
    if _PAGE.match(text.removeprefix("\ufeff")[:_NEAR]):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines or not _TAG_LINE.match(lines[0]) or any(_MARKDOWN_LINE.match(line) for line in lines):
        return False
    return sum(1 for line in lines if _TAG_LINE.match(line)) > _MOSTLY * len(lines)


def _note_tokens(record: Record, found: list[Token], root: Element) -> None:
    """Note what is never shown wherever it stands: comments, scripts, attributes that act, metadata tags."""
    for token in found:
        if token.kind in ("text", "pseudo"):
            record.leave(token.start, token.end, "spacing")
        elif token.kind == "comment":
            is_doctype = record.text[token.start : token.start + 3].lower() == "<!d"
            record.leave(token.start, token.end, "markup" if is_doctype else "boilerplate")
            if token.name:
                record.remark(token.start, "a comment is never closed", "everything after it is left out: close it")
        elif token.kind == "raw":
            record.leave(token.start, token.end, "unsafe")
    for element in walk(root):
        if element.name in ("meta", "link", "base", "basefont", "param", "source", "track"):
            acts = element.name == "base" or element.get("http-equiv").lower() == "refresh"
            record.leave(element.start, element.inner, "unsafe" if acts else "boilerplate")
        elif element.name in ("script", "/script", "style", "/style"):
            record.leave(element.start, element.outer, "unsafe")
        for name, attribute in element.attributes.items():
            if (name.startswith("on") and len(name) > 3) or name == "srcdoc":
                record.leave(attribute.whole, attribute.outer, "unsafe")


def _left_out(record: Record, lines: list[Line]) -> Iterator[tuple[int, int, str]]:
    """The runs of characters that no line shows, with their classes: the complement of the lines' pieces."""
    kept = len(CLASSES)
    codes = bytearray(len(record.text))
    for start, end, class_ in sorted(record.marks, key=lambda mark: CLASSES.index(mark[2])):
        codes[start:end] = bytes([CLASSES.index(class_)]) * (end - start)
    for line in lines:
        for start, end in line.content.ranges():
            codes[start:end] = bytes([kept]) * (end - start)
    for run in re.finditer(rb"(.)\1*", bytes(codes), re.DOTALL):
        if run[0][0] != kept:
            yield run.start(), run.end(), CLASSES[run[0][0]]


class _Places:
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
        """Runs of the text as ranges of the raw file, white space aside."""
        for start, end, class_ in runs:
            for piece in self._between(start, end):
                if piece.start < piece.end and piece.text.strip():
                    yield Dropped(piece.start, piece.end, class_)

    def offset(self, place: int) -> int:
        """The raw offset of a place in the text, else the nearest one before it."""
        index = min(max(bisect_right(self.starts, place) - 1, 0), max(len(self.pieces) - 1, 0))
        while index >= 0 and self.pieces:
            piece = self.pieces[index]
            if piece.start != MADE:
                return min(piece.start + max(place - self.starts[index], 0), piece.end)
            index -= 1
        return 0
