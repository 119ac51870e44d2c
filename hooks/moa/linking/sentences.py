"""The sentence around a mention, as plain words."""

import html
import re
from dataclasses import dataclass

_WINDOW = 700  # characters to either side in which a sentence starts and ends
_LONGEST = 90  # of what is shown on either side
# Where a paragraph, a list item, a table's cell, a block or a definition starts.
_EDGE = re.compile(
    r"\n[ \t]*\n|\n[ \t>]*(?:[-*+]|\d+[.)])[ \t]+|\n?[ \t]*\|[ \t]*|\n {0,3}/{3,}[^\n]*|\n:[ \t]+|\n {0,3}#{1,6}[ \t]+"
)
_STOP = re.compile(r"(?<=[.?!…。])[\"'”’»)\]*_]*\s+")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|vs|cf|No)\.\s+\Z", re.I)
_ITEM = re.compile(
    r"\A[ \t>]*(?:\[\^[^\]]*\]:[ \t]*|(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|:[ \t]+|#{1,6}[ \t]+|\|[ \t]*)"
)
_PLAIN = (
    (re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.S), ""),
    (re.compile(r"\[\^[^\[\]]*\]"), ""),
    (re.compile(r"!?\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]]*\])?"), r"\1"),
    (re.compile(r"\{:?[ ]*[.#\w-][^{}\n]*\}"), ""),
    (re.compile(r"\*\*|__|~~|`+|(?<![\w*])\*|\*(?![\w*])|(?<!\w)_|_(?!\w)"), ""),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


@dataclass(frozen=True)
class Sentence:
    """A sentence in plain words, cut where it is long: what stands before the mention, the mention, and the rest."""

    before: str
    words: str
    after: str


def sentence_at(text: str, start: int, end: int) -> Sentence:
    """The sentence of a Markdown text in which the mention from `start` to `end` stands."""
    before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    edges = list(_EDGE.finditer(f"\n\n{before}" if start <= _WINDOW else before))
    before = before[len(before) - len(edges[-1].string) + edges[-1].end() :] if edges else before
    edge = _EDGE.search(f"{after}\n\n")
    after = after[: edge.start()] if edge else after
    stops = [stop for stop in _STOP.finditer(before) if not _ABBREVIATION.search(before, 0, stop.end())]
    before = before[stops[-1].end() :] if stops else before
    stop = next((stop for stop in _STOP.finditer(after) if not _ABBREVIATION.search(after, 0, stop.end())), None)
    after = after[: stop.start()] if stop else after
    before, after = plain(_ITEM.sub("", before)), plain(after)
    return Sentence(_shortened(before, at_end=False), plain(text[start:end]), _shortened(after, at_end=True))


def plain(markdown: str) -> str:
    """The words of a piece of inline Markdown, white space folded but kept at its ends."""
    words = markdown
    for pattern, written in _PLAIN:
        words = pattern.sub(written, words)
    return re.sub(r"\s+", " ", html.unescape(words))


def _shortened(words: str, at_end: bool) -> str:
    if len(words) <= _LONGEST:
        return words.rstrip() if at_end else words.lstrip()
    if at_end:
        return f"{words[:_LONGEST].rpartition(' ')[0] or words[:_LONGEST]} …"
    return f"… {words[-_LONGEST:].partition(' ')[2] or words[-_LONGEST:]}"
