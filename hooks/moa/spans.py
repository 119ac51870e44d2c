"""Stretches of a page's text, as offsets: what stands in Korean within an English page, and what is folded away."""

import re
from bisect import bisect_right
from collections.abc import Sequence

Span = tuple[int, int]

UNTRANSLATED = "untranslated"  # the block that wraps Korean on an English page
_KOREAN = re.compile(rf"^(?P<fence>/{{3,}}) {UNTRANSLATED}$.*?^(?P=fence)$", re.M | re.S)
_FOLDED = re.compile(r"^(?P<fence>/{3,}) details \|[^\n]*\n {4}attrs: \{class: moa-note,.*?^(?P=fence)$", re.M | re.S)


def korean_spans(text: str) -> tuple[Span, ...]:
    """Where a page's text stands in Korean for want of a translation, in order."""
    return tuple(found.span() for found in _KOREAN.finditer(text)) if UNTRANSLATED in text else ()


def is_within(offset: int, spans: Sequence[Span]) -> bool:
    """Whether an offset lies in one of the spans, which are in order and apart."""
    place = bisect_right(spans, offset, key=lambda span: span[0])
    return place > 0 and offset < spans[place - 1][1]


def folded_spans(text: str) -> tuple[Span, ...]:
    """Where a note's page holds, closed, what the guide tells, in order."""
    return tuple(found.span() for found in _FOLDED.finditer(text)) if "moa-note" in text else ()
