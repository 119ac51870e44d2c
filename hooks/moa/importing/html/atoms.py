"""Pieces of inline content, between the tags they came from and the Markdown they become."""

from typing import Literal, NamedTuple

from moa.importing.traced import Traced

AtomKind = Literal["words", "reference", "verbatim", "space", "newline", "break", "open", "close"]


class Atom(NamedTuple):
    """A piece of inline content; for "open" and "close" the piece is the mark, and `key` tells what it marks."""

    kind: AtomKind
    content: Traced
    key: str = ""


def closing(opening: Atom) -> Atom:
    """What ends a mark: the key itself (`**`, `](address)`), or the end tag of a key that is a tag."""
    key = opening.key
    return Atom("close", Traced.made(f"</{key[1:]}" if key.startswith("<") else key), key)
