"""The sentence around a mention, as plain words."""

import html
import re
from dataclasses import dataclass
from functools import cached_property

from moa.plain_words import plain_words

_WINDOW = 700  # characters to either side in which a sentence starts and ends
_LONGEST = 90  # of what is shown on either side
# Where a list item, a block, a definition or a heading starts within a paragraph's lines.
_EDGE = re.compile(
    r"(?:\A|\n) {0,3}/{3,}[^\n]*(?:\n {4}[\w-]+:[^\n]*)*\n|\n[ \t>]*(?:[-*+]|\d+[.)])[ \t]+"
    r"|\n {0,3}/{3,}[^\n]*|\n {0,3}#{1,6}[ \t]+|\n:[ \t]+"
)
_CELL = re.compile(r"(?<!\\)\|[ \t]*")
_STOP = re.compile(r"(?P<end>[.?!…。][\"'”’»)\]*_]*)(?:\[\^[^\[\]]*\])*\s+")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|vs|cf|ca|approx|No)\.\s+\Z", re.I)
_START = re.compile(
    r"\A[ \t>]*(?:\[\^[^\]]*\]:[ \t]*|(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|:[ \t]+|#{1,6}[ \t]+"
    r"|/{3,}[^\n|]*(?:\|[ \t]*)?)?"
)


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


def sentence_at(text: str, start: int, end: int, words: str) -> Sentence:
    """The sentence of a Markdown text in which the mention from `start` to `end` stands, which shows these words."""
    before, after = _paragraph(text, start, end)
    stops = [stop.end() for stop in _STOP.finditer(before) if not _ABBREVIATION.search(before, 0, stop.end())]
    before = before[stops[-1] :] if stops else before
    stop = next((stop for stop in _STOP.finditer(after) if not _ABBREVIATION.search(after, 0, stop.end())), None)
    after = after[: stop.end("end")] if stop else after
    before, after = plain_words(_START.sub("", before)), plain_words(after)
    return Sentence(_shortened(before, at_end=False), plain_words(words), _shortened(after, at_end=True))


def _paragraph(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a mention within its paragraph, list item or table's cell."""
    before = text[max(0, start - _WINDOW) : start].rpartition("\n\n")[2]
    after = text[end : end + _WINDOW].partition("\n\n")[0]
    if "\n" in before or before.startswith(("/", " ")):
        edges = [edge.end() for edge in _EDGE.finditer(before)]
        before = before[edges[-1] :] if edges else before
    if "\n" in after and (edge := _EDGE.search(after)):
        after = after[: edge.start()]
    if before.rpartition("\n")[2].lstrip().startswith("|"):
        before = before[[cell.end() for cell in _CELL.finditer(before)][-1] :]
        after = _CELL.split(after, maxsplit=1)[0]
    return before, after


def _shortened(words: str, at_end: bool) -> str:
    if len(words) <= _LONGEST:
        return words.rstrip() if at_end else words.lstrip()
    if at_end:
        return f"{words[:_LONGEST].rpartition(' ')[0] or words[:_LONGEST]} …"
    return f"… {words[-_LONGEST:].partition(' ')[2] or words[-_LONGEST:]}"
