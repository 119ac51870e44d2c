"""A page put together again from its parts, and the record of what it shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from moa.fences import fenced
from moa.folding.parts import Part, Parts
from moa.spans import UNTRANSLATED

How = Literal["told", "folded", "shown"]


@dataclass(frozen=True)
class Emission:
    """A section of a note that a page holds: told by the guide, folded on its note's page, or shown there."""

    address: str
    how: How
    page: str


@dataclass(frozen=True)
class Made:
    """A page's new text, and the sections of notes that it holds."""

    text: str
    emissions: tuple[Emission, ...] = ()


def chunk(part: Part, body: str, **attributes: str) -> str:
    """A section with a body of its own: heading, notice, body; wrapped where it is Korean elsewhere."""
    words = "\n\n".join(each for each in (part.heading(**attributes), part.notice, body) if each)
    return fenced(UNTRANSLATED, words) if part.is_korean else words


def joined(parts: Parts, chunks: Iterable[str], definitions: Iterable[str] = ()) -> str:
    """The text of a page: its front, its chunks, its own definitions, and those that came along."""
    own = [f"[{name}]: {rest}" for name, rest in parts.definitions.links.items()]
    footnotes = parts.definitions.footnotes.values()
    written = [parts.front, *chunks, *footnotes, *definitions, "\n".join(own)]
    return "\n\n".join(part.strip("\n") for part in written if part.strip()) + "\n"
