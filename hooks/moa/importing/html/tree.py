"""HTML as a tree of elements that know their places; what is misnested or unclosed is mended as browsers do."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from moa.importing.html.attributes import Attribute, attributes
from moa.importing.html.names import BLOCKS, CELL, HEADINGS, IMPLIED_ENDS, PARAGRAPH_ENDS, TABLE_PARTS, VOID
from moa.importing.html.tokens import Token

# Deeper elements are read, but not nested: recursion stays bounded.
MAX_DEPTH = 80


@dataclass(frozen=True, slots=True)
class Text:
    """Characters [start, end) between tags; a pseudo-tag such as `<ESC>` is text too."""

    start: int
    end: int
    pseudo: bool = False


@dataclass(eq=False, slots=True)
class Element:
    """An element: its opening tag [start, inner), its content [inner, end), and its end tag up to `outer`.

    `closed` says whether it has an end tag or needs none.
    """

    name: str
    start: int
    inner: int
    end: int
    outer: int
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    children: list["Element | Text"] = field(default_factory=list)
    closed: bool = False

    def get(self, name: str) -> str:
        """The value of an attribute, else an empty string."""
        attribute = self.attributes.get(name)
        return attribute.value if attribute else ""

    @property
    def is_heading(self) -> bool:
        """Whether this is one of h1 to h6."""
        return self.name in HEADINGS

    @property
    def classes(self) -> list[str]:
        """The names in `class`."""
        return self.get("class").split()

    @property
    def elements(self) -> list["Element"]:
        """The children that are elements."""
        return [child for child in self.children if isinstance(child, Element)]


Node = Element | Text


def walk(root: Element) -> Iterator[Element]:
    """Every element in the order of the text, the root first."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(reversed(element.elements))


def words(root: Element, text: str) -> str:
    """All the text of an element, as one line."""
    waiting: list[Node] = [root]
    found = []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Text):
            found.append(text[node.start : node.end])
        else:
            waiting.extend(reversed(node.children))
    return " ".join(unescape("".join(found)).split())


def build(found: Iterable[Token], text: str) -> Element:
    """The tree of a text's tokens; comments, scripts and stray end tags are no part of it."""
    builder = _Builder(text)
    for token in found:
        if token.kind in ("text", "pseudo"):
            builder.stack[-1].children.append(Text(token.start, token.end, token.kind == "pseudo"))
        elif token.kind in ("open", "empty"):
            builder.open(token)
        elif token.kind == "close":
            builder.close(token)
    builder.end(1, len(text))
    return builder.stack[0]


class _Builder:
    """The elements that are open, the innermost last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stack = [Element("#root", 0, 0, len(text), len(text))]
        self._open: Counter[str] = Counter()
        self._too_deep: Counter[str] = Counter()
        self._ended: set[int] = set()

    def open(self, token: Token) -> None:
        """Add an element, after closing what its opening closes."""
        if token.name in BLOCKS:
            self._imply(token, *PARAGRAPH_ENDS)
        if token.name in IMPLIED_ENDS:
            self._imply(token, *IMPLIED_ENDS[token.name])
        found = attributes(self.text, token.start, token.end) if token.end - token.start > len(token.name) + 2 else {}
        element = Element(token.name, token.start, token.end, token.end, token.end, found)
        self.stack[-1].children.append(element)
        if token.kind == "empty" or token.name in VOID:
            element.closed = True
        elif len(self.stack) >= MAX_DEPTH:
            self._too_deep[token.name] += 1
        else:
            self.stack.append(element)
            self._open[token.name] += 1

    def close(self, token: Token) -> None:
        """Close the element that an end tag means; one that closes nothing may still stand for something."""
        if self._too_deep[token.name]:
            self._too_deep[token.name] -= 1
            return
        depth = self._depth(token)
        if depth is None:
            stray = Element(f"/{token.name}", token.start, token.end, token.end, token.end, closed=True)
            self.stack[-1].children.append(stray)
        elif token.name not in BLOCKS and any(inner.name in BLOCKS for inner in self.stack[depth + 1 :]):
            self.stack[depth].closed = True
            self._ended.add(id(self.stack[depth]))
        else:
            element = self.stack[depth]
            self.end(depth, token.start)
            element.closed, element.outer = True, token.end
            self._end_ended(token.start)

    def _depth(self, token: Token) -> int | None:
        if not self._open[token.name]:
            return None
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].name == token.name and id(self.stack[depth]) not in self._ended:
                return depth
            if self.stack[depth].name in CELL and token.name not in TABLE_PARTS:
                return None
        return None

    def _end_ended(self, at: int) -> None:
        """Inline elements whose end tag came inside a block end with that block."""
        while id(self.stack[-1]) in self._ended:
            self.end(len(self.stack) - 1, at)

    def _imply(self, token: Token, names: frozenset[str], barrier: frozenset[str]) -> None:
        if not any(self._open[name] for name in names):
            return
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].name in names:
                self.end(depth, token.start)
                self._end_ended(token.start)
                return
            if self.stack[depth].name in barrier:
                return

    def end(self, depth: int, at: int) -> None:
        """Close all that is open from a depth on."""
        for element in self.stack[depth:]:
            element.end = element.outer = at
            self._open[element.name] -= 1
            self._ended.discard(id(element))
        del self.stack[depth:]
