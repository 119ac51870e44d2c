"""The note on its way through the passes: traced lines, what was taken out of them, and what was learnt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from moa.importing.traced import Traced
from moa.importing.tree import Block, Definition

Kind = Literal["text", "code", "box"]


@dataclass(frozen=True)
class Line:
    """One line without its line feed; code is never touched, a box line is markup of our own (`/// note | title`)."""

    content: Traced
    kind: Kind = "text"
    text: str = field(init=False, repr=False, compare=False)  # asked for by every pass: read once

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.content.text)


@dataclass(frozen=True)
class Dropped:
    """Raw characters [start, end) and what they are."""

    start: int
    end: int
    class_: str


@dataclass(frozen=True)
class Remark:
    """Something a person should look at: a raw offset, the fact and the way out."""

    offset: int
    fact: str
    way_out: str = ""


@dataclass(frozen=True)
class Draft:
    """What a pass takes and gives back: first lines, and blocks once these are parsed.

    `classed` gives shown characters another class than that of their block; `metadata` goes to notes.yml;
    `own` says that the file is a page that this importer wrote.
    """

    lines: tuple[Line, ...] = ()
    blocks: tuple[Block, ...] = ()
    definitions: Mapping[str, Definition] = field(default_factory=dict)
    dropped: tuple[Dropped, ...] = ()
    classed: tuple[Dropped, ...] = ()
    remarks: tuple[Remark, ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    own: bool = False

    def with_lines(self, lines: Iterable[Line]) -> "Draft":
        """The same draft with other lines."""
        return replace(self, lines=tuple(lines))

    def with_blocks(self, blocks: Iterable[Block]) -> "Draft":
        """The same draft with other blocks."""
        return replace(self, blocks=tuple(blocks))

    def drop(self, texts: Iterable[Traced], class_: str) -> "Draft":
        """Record texts, no longer in the lines, as dropped under a class."""
        new = tuple(Dropped(start, end, class_) for text in texts for start, end in text.ranges())
        return replace(self, dropped=self.dropped + new)

    def classify(self, texts: Iterable[Traced], class_: str) -> "Draft":
        """Record texts that stay in the lines under a class of their own."""
        new = tuple(Dropped(start, end, class_) for text in texts for start, end in text.ranges())
        return replace(self, classed=self.classed + new)

    def remark(self, offset: int, fact: str, way_out: str = "") -> "Draft":
        """Tell the person who imports of something at a raw offset."""
        return replace(self, remarks=(*self.remarks, Remark(offset, fact, way_out)))

    def learn(self, **facts: Any) -> "Draft":
        """Add to the metadata; lists grow, other values stay as first learnt."""
        known = dict(self.metadata)
        for key, value in facts.items():
            if isinstance(value, list):
                known[key] = [*known.get(key, []), *(item for item in value if item not in known.get(key, []))]
            elif value is not None:
                known.setdefault(key, value)
        return replace(self, metadata=known)


def draft_of(text: str) -> Draft:
    """A decoded raw file as a draft: one line for each line feed (or carriage return, where there is no line feed)."""
    lines, at = [], 0
    for line in text.split("\n" if "\n" in text else "\r"):  # the line ends of the first Macintosh
        shown = line.removesuffix("\r")
        lines.append(Line(Traced.raw(shown, at)))
        at += len(line) + 1
    return Draft(tuple(lines))
