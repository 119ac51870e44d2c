"""Stretches of a text between HTML tags, found in one pass however they are nested or left open."""

import re
from collections.abc import Iterable

from moa.spans import Span

_SHOWN = re.compile(r"[^\n]")


def between(text: str, names: Iterable[str]) -> list[Span]:
    """Where elements of these names stand, tags included, the outermost only; one that is never closed is none."""
    tags = re.compile(rf"<(?P<closing>/?)(?P<name>{'|'.join(names)})\b[^<>]*>", re.I)
    found: list[Span] = []
    opened: dict[str, list[int]] = {}
    for tag in tags.finditer(text):
        places = opened.setdefault(tag["name"].lower(), [])
        if not tag["closing"]:
            places.append(tag.start())
        elif places:
            start = places.pop()
            while found and found[-1][0] >= start:
                found.pop()
            found.append((start, tag.end()))
    return found


def hidden(text: str, by: str = " ") -> str:
    """The same number of characters that show nothing; line feeds stay."""
    return _SHOWN.sub(by, text)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with these stretches, in order, as spaces; line feeds stay."""
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], hidden(text[start:end])]
        at = end
    return "".join([*parts, text[at:]])
