"""Code blocks of HTML: the characters that a browser shows, the language, and no line numbers."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from moa.importing.draft import Line
from moa.importing.html.gutters import is_gutter
from moa.importing.html.language import language
from moa.importing.html.names import ACTING, BLOCKS, CELL, SILENT, TABLE_PARTS
from moa.importing.html.record import Record
from moa.importing.html.tree import Element, Node, Text
from moa.importing.traced import Piece, Traced

_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")


def fence(record: Record, code: Element, around: Sequence[Element] = ()) -> list[Line]:
    """A fenced block for a code element; `around` are the elements that hold it, the nearest last."""
    lines = _trimmed(code_lines(record, code))
    if not any(line.text.strip() for line in lines):
        return []
    runs = (re.match(r"\s*(`*)", line.text) for line in lines)
    ticks = "`" * max(3, *(len(run[1]) + 1 for run in runs if run))
    opening = Line(Traced.made(ticks + language(code, around)), "code")
    return [opening, *(Line(line, "code") for line in lines), Line(Traced.made(ticks), "code")]


def code_lines(record: Record, code: Element) -> list[Traced]:
    """The lines of a code element as a browser shows them; the ends of blocks inside it are line ends."""
    writer = _Lines()
    for node in _visit(code, record):
        if isinstance(node, Text):
            for piece in _pieces(record.text, node):
                writer.write(piece)
        elif node.name in ("br", "/br"):
            writer.end_line()
        elif node is not code and (node.name in BLOCKS or is_line(node)) and node.name not in ("td", "th"):
            writer.end_block()
    return writer.finish()


def is_line(element: Element) -> bool:
    """Whether a span is one of those that some highlighters put around each line."""
    style = element.get("style").replace(" ", "")
    return element.name in ("span", "code") and ("display:block" in style or "display:flex" in style)


def _visit(code: Element, record: Record) -> Iterator[Node]:
    """Every node inside, elements on entering and on leaving; line numbers and what is silent are left out."""
    waiting: list[tuple[Node, bool]] = [(child, True) for child in reversed(code.children)]
    while waiting:
        node, entering = waiting.pop()
        if isinstance(node, Element) and entering:
            if is_gutter(node, record.text) or node.name in SILENT | {"button"}:
                record.leave_out(node)
                continue
            if node.name in ACTING and node.closed:
                record.leave_out(node, "unsafe")
                continue
            if node.children:
                waiting.append((node, False))
            waiting.extend((child, True) for child in reversed(_shown(node, record.text)))
        yield node


def _shown(element: Element, text: str) -> Sequence[Node]:
    """The children of an element; between the parts of a table white space is only layout."""
    if element.name not in TABLE_PARTS or element.name in CELL:
        return element.children
    return [node for node in element.children if isinstance(node, Element) or text[node.start : node.end].strip()]


def _pieces(text: str, node: Text) -> Iterator[Piece]:
    at = node.start
    for found in _REFERENCE.finditer(text, node.start, node.end):
        if found.start() > at:
            yield Piece(text[at : found.start()], at, found.start())
        yield Piece(unescape(found[0]).replace("\u00a0", " "), *found.span())
        at = found.end()
    if at < node.end:
        yield Piece(text[at : node.end], at, node.end)


class _Lines:
    """Collects the lines of code; a block's end becomes a line end once something follows it."""

    def __init__(self) -> None:
        self.lines: list[list[Piece]] = [[]]
        self._ended = False

    def write(self, piece: Piece) -> None:
        """Add characters, cut at their line feeds; one that only parts two blocks in the source is their line end."""
        at = 0
        for index, part in enumerate(piece.text.split("\n")):
            if index:
                self.lines.append([])
                self._ended = False
            shown = part.removesuffix("\r")
            if shown:
                self._begin_block()
                self.lines[-1].append(piece.cut(at, at + len(shown)) if shown != piece.text else piece)
            at += len(part) + 1

    def end_line(self) -> None:
        """A line ends here, whether or not it holds anything."""
        self._begin_block()
        self.lines.append([])

    def end_block(self) -> None:
        """A block begins or ends here: what is on the line stays alone on it."""
        self._ended = self._ended or bool(self.lines[-1])

    def _begin_block(self) -> None:
        if self._ended:
            self.lines.append([])
        self._ended = False

    def finish(self) -> list[Traced]:
        """All lines so far."""
        return [Traced(tuple(line)) for line in self.lines]


def _trimmed(lines: Sequence[Traced]) -> Sequence[Traced]:
    """Without the line feed after the opening tag and the one before the closing tag, which nobody sees."""
    start = 1 if len(lines) > 1 and not lines[0] else 0
    stop = len(lines) - 1 if len(lines) > start + 1 and not lines[-1].text.strip() else len(lines)
    return lines[start:stop]
