"""Stretches of a page's text, as offsets: what stands in Korean within an English page, and what is folded away."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

Span = tuple[int, int]

UNTRANSLATED = "untranslated"  # the block that wraps Korean on an English page
_KOREAN = re.compile(rf"^(?P<fence>/{{3,}}) {UNTRANSLATED}$", re.M)
_FOLDED = re.compile(r"^(?P<fence>/{3,}) details \|[^\n]*\n {4}attrs: \{class: moa-note,", re.M)
_CLOSING = re.compile(r"^(/{3,})$", re.M)


def korean_spans(text: str) -> tuple[Span, ...]:
    """Where a page's text stands in Korean for want of a translation, in order."""
    return _blocks(text, _KOREAN) if UNTRANSLATED in text else ()


def folded_spans(text: str) -> tuple[Span, ...]:
    """Where a note's page holds, closed, what the guide tells, in order."""
    return _blocks(text, _FOLDED) if "moa-note" in text else ()


def is_within(offset: int, spans: Sequence[Span]) -> bool:
    """Whether an offset lies in one of the spans, which are in order and apart."""
    place = bisect_right(spans, offset, key=lambda span: span[0]) if spans else 0
    return place > 0 and offset < spans[place - 1][1]


def _blocks(text: str, opening: re.Pattern[str]) -> tuple[Span, ...]:
    """Blocks from an opening fence to the next line that has the same fence alone."""
    closings: dict[str, list[int]] = {}
    for closing in _CLOSING.finditer(text):
        closings.setdefault(closing[1], []).append(closing.end())
    found: list[Span] = []
    for start in opening.finditer(text):
        ends = closings.get(start["fence"], [])
        place = bisect_left(ends, start.end())
        if place < len(ends) and (not found or start.start() >= found[-1][1]):
            found.append((start.start(), ends[place]))
    return tuple(found)
