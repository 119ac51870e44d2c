"""Bullets of any kind become lists; signs under other signs become lists in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from moa.importing.continuations import ITEM, SPACE
from moa.importing.draft import Draft, Line
from moa.importing.traced import Traced

_SIGN = re.compile(rf"^({SPACE}*)([•◦‣▪▫■□●○◆◇▶▷►▸➤➔★☆∙⦁⁃❖✓✔✗✘◎◈▣⊙☞☛◾◽])\ufe0f?({SPACE}*)(?=\S)")
# These begin sentences too: they are bullets where two such lines follow each other.
_WEAK_SIGN = re.compile(rf"^({SPACE}*)([·ㆍ–—→⇒➜※▲△▼▽]|[oㅇㅁ](?={SPACE}))({SPACE}*)(?=\S)")
_EMOJI = re.compile(rf"^({SPACE}*)(?=[✅☑❌❗❓❎⭐📌📍💡🔥👉➡✨🔹🔸🔻🟢🔴🔵⚠🚀📝🎯👍✔]\ufe0f?{SPACE}*\S)")
_CIRCLED = re.compile(rf"^({SPACE}*)([①-⑳⑴-⒇➀-➓❶-❿㉠-㉭]|\d\ufe0f?\u20e3)({SPACE}*)(?=\S)")
_CIRCLES = (("①", "⑳"), ("⑴", "⒇"), ("➀", "➉"), ("➊", "➓"), ("❶", "❿"), ("㉠", "㉭"))
_DATE = re.compile(rf"^({SPACE}*\d{{4}}|{SPACE}*\d{{1,2}}(?=\.{SPACE}?\d{{1,2}}\.))\.(?={SPACE})")
_GLUED = re.compile(r"^( {0,3})(-)(?=[가-힣A-Za-z(`*\[])")
_GLUED_NUMBER = re.compile(r"^( {0,3})(\d{1,2}[.)])(?=[가-힣A-Za-z(`*\[])")


def read_bullets(draft: Draft) -> Draft:
    """Write every sign that stands before an item as `-` or as a number; glued ones where two follow each other."""
    lines: list[Line] = []
    signs: list[str] = []  # of the run of items that goes on here, the outer ones first
    for index, line in enumerate(draft.lines):
        if line.kind != "text" or not line.text.strip():
            signs = []
        elif found := _DATE.match(line.text):  # a date is no item of a list
            line = _with(line, found.end(1), Traced.made("\\"))
        elif found := _sign(draft.lines, index):
            line, signs = _as_item(line, found, signs), _within(signs, found[2])
        elif not (plain := ITEM.match(line.text)):
            line = _numbered_or_glued(draft.lines, index)
        elif signs and not plain[2][0].isdigit():
            line, signs = _as_item(line, plain, signs), _within(signs, plain[2])
        lines.append(line)
    return draft.with_lines(lines)


def _sign(lines: Sequence[Line], index: int) -> re.Match[str] | None:
    text = lines[index].text
    if text.isascii() and not text.lstrip().startswith("o"):
        return None
    if found := _SIGN.match(text):
        return found
    weak = _WEAK_SIGN.match(text)
    fellows = (_WEAK_SIGN.match(near) for near in _neighbours(lines, index))
    return weak if weak and any(fellow and fellow[2] == weak[2] for fellow in fellows) else None


def _neighbours(lines: Sequence[Line], index: int) -> Iterator[str]:
    """The lines next to a line, a blank one between them aside."""
    for step in (-1, 1):
        near = index + step
        if 0 <= near + step < len(lines) and 0 <= near < len(lines) and not lines[near].text.strip():
            near += step
        if 0 <= near < len(lines):
            yield lines[near].text


def _within(signs: Sequence[str], sign: str) -> list[str]:
    return [*signs[: signs.index(sign)], sign] if sign in signs else [*signs, sign]


def _as_item(line: Line, found: re.Match[str], signs: Sequence[str]) -> Line:
    """A line as an item, as deep as its own margin says or, in a run of several signs, as its sign does."""
    margin = line.content[: found.end(1)]
    depth = len(_within(signs, found[2])) - 1
    if depth and len(found[1].expandtabs(4)) < 4:
        margin = Traced.made("    " * depth)
    bullet = line.content[found.start(2) : found.end(2)].rewritten("-")
    return replace(line, content=margin + bullet + Traced.made(" ") + line.content[found.end() :])


def _numbered_or_glued(lines: Sequence[Line], index: int) -> Line:
    line = lines[index]
    if found := _CIRCLED.match(line.text):
        number = line.content[found.start(2) : found.end(2)].rewritten(f"{_circled(found[2])}.")
        return replace(
            line, content=line.content[: found.end(1)] + number + Traced.made(" ") + line.content[found.end() :]
        )
    if (found := _EMOJI.match(line.text)) and _has_fellow(lines, index, _EMOJI):
        return _with(line, found.end(1), Traced.made("- "))
    for glued in (_GLUED, _GLUED_NUMBER):
        if (found := glued.match(line.text)) and _has_fellow(lines, index, glued):
            return _with(line, found.end(), Traced.made(" "))
    return line


def _circled(sign: str) -> int:
    first = next((first for first, last in _CIRCLES if first <= sign <= last), "")
    return ord(sign) - ord(first) + 1 if first else int(sign[0])


def _with(line: Line, at: int, added: Traced) -> Line:
    return replace(line, content=line.content[:at] + added + line.content[at:])


def _has_fellow(lines: Sequence[Line], index: int, pattern: re.Pattern[str]) -> bool:
    """Whether the line right before or after is an item of the same kind, or the line before one written whole."""
    before = lines[index - 1].text if index else ""
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    return any(pattern.match(near) for near in (before, after)) or ITEM.match(before) is not None
