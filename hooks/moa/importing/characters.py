"""Characters that a reader cannot see or that look like others: folded in text, left alone in code."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from moa.importing.damage import is_mojibake
from moa.importing.draft import Draft, Line
from moa.importing.traced import Traced

_BREAKS = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164\uffa0]")
_UNSEEN = re.compile(
    "\x1b\\[[0-9;]*m|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]"
)
_ODD = re.compile(f"{_BREAKS.pattern}|{_SPACES.pattern}|{_UNSEEN.pattern}|[\u200c\u200d]")
_ODD_MARGIN = re.compile("[ \\t]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164\uffa0][\\s\u3164\uffa0]*")
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).{1,300}?(?<!`)\1(?!`)")  # bounded: one line may be a megabyte
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")
_JOINER = re.compile("(?<![\u0600-\u1fff\U0001f000-\U0001ffff\u2600-\u27bf\ufe0f])[\u200c\u200d]")
_COMPOSABLE = re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|.[\u0300-\u036f\u3099\u309a]+")


def fold_characters(draft: Draft) -> Draft:
    """Text becomes NFC with plain spaces and no unseen characters; odd line ends end lines."""
    lines: list[Line] = []
    unseen: list[Traced] = []
    for line in draft.lines:
        if line.kind != "text" or _is_plain(line.text) or is_mojibake(line.text):
            lines.append(line)
            continue
        for content in _broken(line.content):
            parts = list(_parts(_without_odd_margin(content, lines)))
            words = [part for part, is_code in parts if not is_code]
            unseen += [part[m.start() : m.end()] for part in words for m in _UNSEEN.finditer(part.text)]
            lines.append(Line(Traced.join(part if is_code else fold_text(part) for part, is_code in parts)))
    return draft.with_lines(lines).drop(unseen, "control")


def _is_plain(text: str) -> bool:
    return not _ODD.search(text) and unicodedata.is_normalized("NFC", text)


def _broken(content: Traced) -> Iterator[Traced]:
    at = 0
    for found in _BREAKS.finditer(content.text):
        yield content[at : found.start()]
        at = found.end()
    yield content[at:]


def _parts(content: Traced) -> Iterator[tuple[Traced, bool]]:
    """The stretches of a line that are words and those that are code spans."""
    at = 0
    for found in _CODE_SPAN.finditer(content.text) if "`" in content.text else ():
        yield content[at : found.start()], False
        yield content[found.start() : found.end()], True
        at = found.end()
    yield content[at:], False


def _without_odd_margin(content: Traced, above: Sequence[Line]) -> Traced:
    """To Markdown a margin of odd spaces is none: made of plain ones it would make code of words."""
    margin = _ODD_MARGIN.match(content.text)
    if not margin:
        return content
    nested = above and (_ITEM.match(above[-1].text) or above[-1].text.startswith("  "))
    if _ITEM.match(content.text):
        return content if nested else content[max(margin.end() - 3, 0) :]
    return content[margin.end() :]


def fold_text(content: Traced) -> Traced:
    """Words as NFC, with plain spaces and nothing unseen."""
    content = content.sub(_UNSEEN, lambda _: Traced())
    content = content.sub(_JOINER, lambda _: "")
    content = content.sub(_SPACES, lambda _: " ")
    if unicodedata.is_normalized("NFC", content.text):
        return content
    content = content.sub(_COMPOSABLE, lambda found: unicodedata.normalize("NFC", found[0]))
    if unicodedata.is_normalized("NFC", content.text):
        return content
    return content.rewritten(unicodedata.normalize("NFC", content.text))
