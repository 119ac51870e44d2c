"""Blocks: what a note is made of between its lines and its pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import is_
from typing import Literal

from moa.importing.traced import NOTHING, Traced

BlockKind = Literal[
    "paragraph", "heading", "fence", "indented", "table", "html", "rule", "quote", "list", "item", "footnote", "box"
]


@dataclass(frozen=True)
class Block:
    """A block: leaves have lines, containers have children.

    `number` is a heading's level, an ordered list's first number (0 = bullets), or 1 for a loose item;
    `marker` is what stands before the words: a fence's info, an item's number, a footnote's label.
    """

    kind: BlockKind
    lines: tuple[Traced, ...] = ()
    children: tuple["Block", ...] = ()
    number: int = 0
    marker: Traced = NOTHING
    loose: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The characters of a leaf's lines."""
        return "\n".join(line.text for line in self.lines)

    @property
    def start(self) -> int:
        """The raw offset of its first character that has one, else -1."""
        own = [line.start for line in self.lines if line.start >= 0]
        return own[0] if own else next((child.start for child in self.children if child.start >= 0), -1)


@dataclass(frozen=True)
class Definition:
    """A link definition, `[label]: href "title"`, and the raw text of its line."""

    href: str
    title: str
    source: Traced


WORDS = ("paragraph", "heading", "table")


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, containers before what they hold."""
    for block in blocks:
        yield block
        yield from walk(block.children)


def map_lines(blocks: Iterable[Block], change: Callable[[Traced], Traced]) -> tuple[Block, ...]:
    """The same blocks with each line of words (paragraphs, headings, tables) changed."""
    return tuple(_mapped(block, change) for block in blocks)


def _mapped(block: Block, change: Callable[[Traced], Traced]) -> Block:
    if block.children:
        return with_children(block, map_lines(block.children, change))
    return with_lines(block, [change(line) for line in block.lines]) if block.kind in WORDS else block


def with_children(block: Block, children: Iterable[Block]) -> Block:
    """The container with these children; the same one, and no copy, where they are its own."""
    new = tuple(children)
    return block if _are_same(new, block.children) else replace(block, children=new)


def with_lines(block: Block, lines: Iterable[Traced]) -> Block:
    """The leaf with these lines; the same one, and no copy, where they are its own."""
    new = tuple(lines)
    return block if _are_same(new, block.lines) else replace(block, lines=new)


def _are_same(new: Sequence[object], old: Sequence[object]) -> bool:
    return len(new) == len(old) and all(map(is_, new, old))


def map_containers(
    blocks: Iterable[Block], change: Callable[[tuple[Block, ...]], Iterable[Block]]
) -> tuple[Block, ...]:
    """The same blocks with every run of siblings changed, the innermost first."""
    inner = tuple(
        with_children(block, map_containers(block.children, change)) if block.children else block for block in blocks
    )
    return tuple(change(inner))
