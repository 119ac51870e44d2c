"""The content of an element as blocks of Markdown: text gathers in a run until a block ends it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from moa.importing.draft import Line
from moa.importing.html.inline import Run
from moa.importing.html.lines import in_cell
from moa.importing.html.record import Record
from moa.importing.html.text import parts
from moa.importing.html.tokens import FENCED
from moa.importing.html.tree import Element, Node, Text
from moa.importing.traced import NOTHING, Piece, Traced

_BULLET = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s")
_BLANK_WORDS = re.compile(r"(?:&nbsp;|&#160;|\s)*", re.IGNORECASE)
BLANK = Line(NOTHING)
_INDENT = Traced.made("    ")
_MAY_INTERRUPT = re.compile(r"- |1\. ")  # only these lists may begin right under words


@dataclass(frozen=True)
class Part:
    """A block of Markdown; one that is `tight` may stand right under the text of an item."""

    lines: tuple[Line, ...]
    tight: bool = False


class Flow:
    """Visits nodes; `write` says for each element what becomes of it.

    Where `one_line` is set, as in a heading or a cell, blocks are no more than line ends; `in_heading` tells which.
    """

    def __init__(
        self,
        record: Record,
        write: Callable[["Flow", Element], None],
        around: Sequence[Element] = (),
        one_line: bool = False,
    ) -> None:
        self.record = record
        self.around = list(around)
        self.parts: list[Part] = []
        self.run = Run()
        self.one_line = one_line
        self.in_heading = any(outer.is_heading for outer in around)
        self._write = write
        self._margin: int | None = None

    def visit(self, nodes: Sequence[Node]) -> None:
        """Write nodes one after the other."""
        for node in nodes:
            if isinstance(node, Element):
                self._write(self, node)
            elif node.pseudo:
                self._pseudo(node)
            elif self.record.page:
                self._text(node.start, node.end)
            else:
                self._markdown(node)

    def into(self, element: Element) -> None:
        """Write what an element holds."""
        self.around.append(element)
        self.visit(element.children)
        self.around.pop()

    def inner(self, element: Element, one_line: bool = False, nodes: Sequence[Node] | None = None) -> "Flow":
        """A flow of its own, finished, for what an element holds, or for some of it."""
        flow = Flow(self.record, self._write, [*self.around, element], self.one_line or one_line)
        flow.visit(element.children if nodes is None else nodes)
        flow.flush()
        return flow

    def flush(self) -> None:
        """End the paragraph."""
        if self.one_line:
            self.run.add("break")
            return
        for lines in self.run.take():
            self.parts.append(Part(tuple(Line(line) for line in lines)))

    def block(self, *lines: Line, tight: bool = False) -> None:
        """Add a block after what came before."""
        self.flush()
        if lines:
            self.parts.append(Part(lines, tight))

    def cell(self) -> Traced:
        """All that a flow on one line holds."""
        return in_cell(self.run.take(starts=False))

    def line(self) -> Traced:
        """All that a flow on one line holds, line ends read as spaces."""
        lines = [line.strip(" ") for paragraph in self.run.take(starts=False) for line in paragraph]
        return Traced.join(lines, " ")

    def _text(self, start: int, end: int) -> None:
        for kind, piece in parts(self.record.text, start, end):
            self.run.add("space" if kind == "space" else "reference" if kind == "reference" else "words", piece)

    def _pseudo(self, node: Text) -> None:
        """A tag that HTML does not know: its brackets show."""
        text, start, end = self.record.text, node.start, node.end
        self.run.verbatim(Traced((Piece("&lt;", start, start + 1),)))
        closed = end - start > 1 and text[end - 1] == ">"
        self._text(start + 1, end - closed)
        if closed:
            self.run.verbatim(Traced((Piece("&gt;", end - 1, end),)))

    def _markdown(self, node: Text) -> None:
        """Text of a Markdown note: its lines and marks stay as they are written."""
        text, at = self.record.text, node.start
        for fence in FENCED.finditer(text[node.start : node.end]) if not self.one_line else ():
            start, end = fence.start() + node.start, fence.end() + node.start
            self._markdown_lines(at, start)
            self.block(*(Line(line, "code") for line in Traced.raw(text[start:end], start).split_lines()))
            at = end
        self._markdown_lines(at, node.end)

    def _markdown_lines(self, start: int, end: int) -> None:
        lines = self.record.text[start:end].split("\n")
        at = start
        for index, line in enumerate(lines):
            if index:
                self.run.add("newline")
            self._markdown_line(line, at, first=index == 0, last=index == len(lines) - 1)
            at += len(line) + 1

    def _markdown_line(self, line: str, at: int, first: bool, last: bool) -> None:
        bare = line.strip()
        before = len(line) - len(line.lstrip())
        if (first and before) or (last and not bare and line):
            self.run.add("space", Piece(" ", at, at + max(before, 1)))
        if _BLANK_WORDS.fullmatch(bare):
            return
        words = Traced.raw(bare, at + before)
        self.run.verbatim(words if first else Traced.made(" " * self._indent(bare, before)) + words)
        if line.endswith("  ") and not last:
            self.run.add("break")
        elif line[-1:].isspace() and last:
            self.run.add("space", Piece(" ", at + len(line.rstrip()), at + len(line)))

    def _indent(self, bare: str, before: int) -> int:
        """The indentation of a line under the first bullet; elsewhere it means nothing."""
        if _BULLET.match(bare):
            self._margin = before if self._margin is None else self._margin
        elif not before:
            self._margin = None
        return max(before - self._margin, 0) if self._margin is not None else 0


def block(flow: Flow, element: Element) -> None:
    """An element that only begins and ends paragraphs."""
    flow.flush()
    flow.into(element)
    flow.flush()


def joined(parts: Sequence[Part], tight: bool = False) -> list[Line]:
    """The lines of blocks with a blank line between two; a tight block stands right under the one before."""
    lines: list[Line] = []
    for part in parts:
        if lines and not (tight and part.tight and _MAY_INTERRUPT.match(part.lines[0].text)):
            lines.append(BLANK)
        lines.extend(part.lines)
    return lines


def indented(line: Line) -> Line:
    return replace(line, content=_INDENT + line.content) if line.content else line
