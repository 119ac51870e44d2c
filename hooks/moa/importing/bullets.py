"""Bullets of any kind become lists, and what continues an item joins it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from moa.importing.draft import Draft, Line
from moa.importing.traced import NOTHING, Traced

_SPACE = "[ \t\u00a0]"
_SIGN = re.compile(rf"^({_SPACE}*)([•◦‣▪▫■□●○◆◇▶▷►➤➔★☆∙⦁⁃❖✓✔·ㆍ–—-])({_SPACE}+)(?=\S)")
_EMOJI = re.compile(rf"^({_SPACE}*)(?=[✅☑❌❗❓⭐📌💡🔥👉➡✨🔹🔸]\ufe0f?{_SPACE}*\S)")
_CIRCLED = re.compile(rf"^({_SPACE}*)([①-⑳])({_SPACE}*)(?=\S)")
_YEAR = re.compile(rf"^({_SPACE}*\d{{4}}|{_SPACE}*\d{{1,2}}(?=\.{_SPACE}?\d{{1,2}}\.))\.(?={_SPACE})")
_GLUED = re.compile(r"^( {0,3})(-)(?=[가-힣A-Za-z(`*\[])")
_GLUED_NUMBER = re.compile(r"^( {0,3})(\d{1,2}[.)])(?=[가-힣A-Za-z(`*\[])")
_ITEM = re.compile(rf"^({_SPACE}*)([-*+]|\d{{1,9}}[.)])({_SPACE}+)(?=\S)")


def read_bullets(draft: Draft) -> Draft:
    """Write every sign that stands before an item as `-` or as a number; glued ones where two follow each other."""
    lines = list(draft.lines)
    for index, line in enumerate(lines):
        if line.kind == "text" and line.text:
            lines[index] = _item(lines, index)
    return draft.with_lines(lines)


def _item(lines: Sequence[Line], index: int) -> Line:
    line = lines[index]
    if found := _YEAR.match(line.text):  # a date is no item of a list
        return replace(line, content=line.content[: found.end(1)] + Traced.made("\\") + line.content[found.end(1) :])
    if found := _SIGN.match(line.text):
        bullet = line.content[found.start(2) : found.end(2)].rewritten("-")
        return replace(
            line, content=line.content[: found.end(1)] + bullet + Traced.made(" ") + line.content[found.end() :]
        )
    if found := _CIRCLED.match(line.text):
        number = str(ord(found[2]) - ord("①") + 1) + "."
        marker = line.content[found.start(2) : found.end(2)].rewritten(number)
        return replace(
            line, content=line.content[: found.end(1)] + marker + Traced.made(" ") + line.content[found.end() :]
        )
    if (found := _EMOJI.match(line.text)) and _has_fellow(lines, index, _EMOJI):
        return replace(line, content=line.content[: found.end(1)] + Traced.made("- ") + line.content[found.end(1) :])
    for glued in (_GLUED, _GLUED_NUMBER):
        if (found := glued.match(line.text)) and _has_fellow(lines, index, glued):
            return replace(line, content=line.content[: found.end()] + Traced.made(" ") + line.content[found.end() :])
    return line


def _has_fellow(lines: Sequence[Line], index: int, pattern: re.Pattern[str]) -> bool:
    """Whether the line before (as it was or as it has become) or the line after is an item of the same kind."""
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    before = lines[index - 1].text if index else ""
    return bool(pattern.match(after) or pattern.match(before) or _ITEM.match(before))


def join_continuations(draft: Draft) -> Draft:
    """Lines that belong to the item above them, though blank lines and a slack margin stand between, join it.

    A margin of no-break spaces, or one smaller than the item's own, is how pasted pages show a continuation.
    """
    return draft.with_lines(_joined(draft.lines))


def _joined(lines: Sequence[Line]) -> Iterator[Line]:
    offset = 0
    blanks: list[Line] = []
    for line in lines:
        if line.kind == "text" and not line.text.strip():
            blanks.append(line)
            continue
        item = _ITEM.match(line.text) if line.kind == "text" else None
        margin = re.match(rf"{_SPACE}*", line.text)
        indent = margin[0] if margin else ""
        slack = indent and offset and (len(indent.expandtabs(4)) < offset or "\u00a0" in indent)
        if line.kind == "text" and not item and slack:
            blanks = []
            line = replace(line, content=Traced.made(" " * offset) + line.content.lstrip(" \t\u00a0"))
        elif item:
            offset = len(item[0].expandtabs(4))
        elif not indent:
            offset = 0
        yield from blanks
        blanks = []
        yield line
    yield from blanks


def blank_spaces(draft: Draft) -> Draft:
    """Lines that show nothing are blank lines."""
    return draft.with_lines(
        replace(line, content=NOTHING)
        if line.kind == "text" and line.text and not line.text.strip("\ufeff\u200b \t\u00a0\u3000")
        else line
        for line in draft.lines
    )
