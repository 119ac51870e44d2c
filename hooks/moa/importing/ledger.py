"""The account of an import: every non-blank character of the raw file in exactly one span."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from moa.blank import nonblank_lines
from moa.importing.draft import Draft, Dropped
from moa.importing.render import Written

_SHOWN = re.compile(r"\S+")
_WORDS = re.compile(r"[^\W\d_]{3}|[가-힣]")  # numbers and single letters are markup of the line they stand on
# What the lines of a kind of block are called in the ledger.
CLASSES = {
    "paragraph": "text", "table": "text", "html": "text", "box": "text", "heading": "heading", "code": "code",
    "rule": "spacing", "spacing": "spacing",
}  # fmt: skip


class Span(NamedTuple):
    """Raw characters [start, end), their class, and the section that shows them, `<page>#<section>`, or None."""

    start: int
    end: int
    class_: str
    to: str | None


@dataclass(frozen=True)
class Shown:
    """A written line and the section it stands in."""

    written: Written
    address: str


def account(raw: str, shown: Sequence[Shown], draft: Draft, empty: frozenset[str]) -> tuple[Span, ...]:
    """The spans of a raw file, sorted and apart; `empty` holds the addresses of headings without text."""
    known = sorted(
        [*_dropped_spans(draft.dropped), *_shown_spans(shown, empty)],
        key=lambda span: (span.start, span.to is not None, span.end),  # what was dropped is shown nowhere
    )
    known = list(_apart(_reclassed(_apart(known), draft.classed)))
    return tuple(_merged(raw, sorted([*known, *_gaps(raw, known)])))


def _shown_spans(shown: Sequence[Shown], empty: frozenset[str]) -> Iterator[Span]:
    for line in shown:
        class_ = CLASSES[line.written.kind]
        if class_ == "heading" and line.address in empty:
            class_ = "heading-only"
        for start, end in line.written.content.ranges():
            yield Span(start, end, class_, line.address)


def _dropped_spans(dropped: Iterable[Dropped]) -> Iterator[Span]:
    return (Span(drop.start, drop.end, drop.class_, None) for drop in dropped)


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Without overlaps: what came first keeps its characters."""
    at = 0
    for span in spans:
        if span.end > at:
            yield span._replace(start=max(span.start, at))
            at = span.end


def _reclassed(spans: Iterable[Span], classed: Sequence[Dropped]) -> Iterator[Span]:
    """Shown spans cut where a part of them has a class of its own, such as an image."""
    marks = sorted(classed, key=lambda mark: mark.start)
    starts = [mark.start for mark in marks]
    for span in spans:
        at = span.start
        first = max(bisect_right(starts, span.start) - 1, 0)
        for mark in marks[first:] if span.to else ():
            if mark.start >= span.end:
                break
            start, end = max(mark.start, at), min(mark.end, span.end)
            if start < end:
                if at < start:
                    yield span._replace(start=at, end=start)
                yield Span(start, end, mark.class_, span.to)
                at = end
        if at < span.end:
            yield span._replace(start=at)


def _gaps(raw: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Markup that no page shows as it was: it goes with the span before it on its line, else after it, else before."""
    at = 0
    for index in range(len(spans) + 1):
        end = spans[index].start if index < len(spans) else len(raw)
        for found in _SHOWN.finditer(raw, at, end):
            before = spans[index - 1] if index else None
            after = spans[index] if index < len(spans) else None
            near = _nearest(raw, found.start(), found.end(), before, after)
            class_ = "markup" if near is None or _WORDS.search(found[0]) else near.class_
            yield Span(found.start(), found.end(), class_, near.to if near else None)
        at = spans[index].end if index < len(spans) else at


def _nearest(raw: str, start: int, end: int, before: Span | None, after: Span | None) -> Span | None:
    if before and "\n" not in raw[before.end : start]:
        return before
    if after and "\n" not in raw[end : after.start]:
        return after
    return before or after


def _merged(raw: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Neighbours of one class and section become one span; blank ends are left out."""
    current: Span | None = None
    for span in spans:
        if (
            current
            and (span.class_, span.to) == (current.class_, current.to)
            and not raw[current.end : span.start].strip()
        ):
            current = current._replace(end=span.end)
            continue
        yield from _trimmed(raw, current)
        current = span
    yield from _trimmed(raw, current)


def _trimmed(raw: str, span: Span | None) -> Iterator[Span]:
    if span:
        words = raw[span.start : span.end]
        if words.strip():
            yield span._replace(
                start=span.start + len(words) - len(words.lstrip()), end=span.end - len(words) + len(words.rstrip())
            )


def lines_of(raw: str, spans: Iterable[Span]) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """The raw lines that each section shows, and those that no section shows, by class; lines count from 1."""
    starts = [0, *(found.end() for found in re.finditer("\n", raw))]
    shown: dict[str, set[int]] = {}
    left: dict[str, set[int]] = {}
    nonblank = nonblank_lines(raw)
    for span in spans:  # its ends are no blanks
        lines = nonblank.intersection(range(bisect_right(starts, span.start), bisect_right(starts, span.end - 1) + 1))
        (shown if span.to else left).setdefault(span.to or span.class_, set()).update(lines)
    everywhere = set().union(*shown.values()) if shown else set()
    return shown, {class_: lines - everywhere for class_, lines in left.items() if lines - everywhere}


def as_json(
    raw_name: str, sha256: str, encoding: str, characters: int, spans: Sequence[Span], folder: str
) -> Mapping[str, object]:
    """The ledger as it is written to a file; `folder` is where the addresses begin, `notes/<id>/`."""
    return {
        "raw": raw_name,
        "sha256": sha256,
        "encoding": encoding,
        "characters": characters,
        "spans": [
            {"start": span.start, "end": span.end, "class": span.class_, "to": span.to and folder + span.to}
            for span in spans
        ],
    }
