"""The sentence around a mention, as plain words."""

import html
import re
from dataclasses import dataclass
from functools import cached_property

_WINDOW = 700  # characters to either side in which a sentence starts and ends
_LONGEST = 90  # of what is shown on either side
# Where a list item, a table's cell, a block, a definition or a heading starts within a paragraph's lines.
_EDGE = re.compile(
    r"\n[ \t>]*(?:[-*+]|\d+[.)])[ \t]+|\n {0,3}/{3,}[^\n]*|\n {0,3}#{1,6}[ \t]+|\n:[ \t]+|\n?[ \t]*\|[ \t]*"
)
_STOP = re.compile(r"(?P<end>[.?!…。][\"'”’»)\]*_]*)\s+")
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
_MARKUP = re.compile(r"[<\[{*_~`\\&]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Sentence:
    """A sentence in plain words, cut where it is long: what stands before the mention, the mention, and the rest."""

    before: str
    words: str
    after: str

    @cached_property
    def html(self) -> str:
        """The sentence with the mention marked."""
        return f"{html.escape(self.before)}<mark>{html.escape(self.words)}</mark>{html.escape(self.after)}"


def sentence_at(text: str, start: int, end: int) -> Sentence:
    """The sentence of a Markdown text in which the mention from `start` to `end` stands."""
    low, high = max(0, start - _WINDOW), min(len(text), end + _WINDOW)
    before = text[low:start].rpartition("\n\n")[2]
    after = text[end:high].partition("\n\n")[0]
    if "\n" in before or "|" in before:
        edges = [edge.end() for edge in _EDGE.finditer(before)]
        before = before[edges[-1] :] if edges else before
    if ("\n" in after or "|" in after) and (edge := _EDGE.search(after)):
        after = after[: edge.start()]
    stops = [stop.end() for stop in _STOP.finditer(before) if not _ABBREVIATION.search(before, 0, stop.end())]
    before = before[stops[-1] :] if stops else before
    stop = next((stop for stop in _STOP.finditer(after) if not _ABBREVIATION.search(after, 0, stop.end())), None)
    after = after[: stop.end("end")] if stop else after
    before, after = plain(_ITEM.sub("", before)), plain(after)
    return Sentence(_shortened(before, at_end=False), plain(text[start:end]), _shortened(after, at_end=True))


def plain(markdown: str) -> str:
    """The words of a piece of inline Markdown, white space folded but kept at its ends."""
    words = markdown
    if _MARKUP.search(markdown):
        for pattern, written in _PLAIN:
            words = pattern.sub(written, words)
        words = html.unescape(words)
    return _SPACE.sub(" ", words)


def _shortened(words: str, at_end: bool) -> str:
    if len(words) <= _LONGEST:
        return words.rstrip() if at_end else words.lstrip()
    if at_end:
        return f"{words[:_LONGEST].rpartition(' ')[0] or words[:_LONGEST]} …"
    return f"… {words[-_LONGEST:].partition(' ')[2] or words[-_LONGEST:]}"
