"""Damage that a note brings with it is reported and kept: nobody but its author can say what stood there."""

import re
from collections.abc import Iterator
from dataclasses import replace

from moa.importing.draft import Draft, Line
from moa.importing.traced import NOTHING

_MERGE = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?: .*)?$")
# UTF-8 read as Latin-1 or Windows-1252 (three times a lead byte of Hangul), CP949 read as Latin-1.
_LATIN = re.compile(
    "(?:[\u00ea-\u00ed][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,2}){3}|[\u00a1-\u00ff]{6}"
)
_HANGUL = re.compile("[가-힣]")
_FOLDED_TABLE = re.compile(r"^\s*\|[^|]*[^|\s:-][^|]*\|.*\|\s*:?-{2,}:?\s*\|")
_RARE_SHARE = 0.15


def report_damage(draft: Draft) -> Draft:
    """Report merge markers, tables folded into one line, and text that was read in a wrong encoding before."""
    conflict = any(line.kind == "text" and line.text.startswith("<<<<<<< ") for line in draft.lines)
    lines: list[Line] = []
    before = ""
    for line in draft.lines:
        kind = _damage(line.text, conflict) if line.kind == "text" and line.text else ""
        if kind and (kind != before or kind == "merge"):
            draft = draft.remark(line.content.start, *_FACTS[kind])
        before = kind if line.text.strip() else before
        lines += _shown(line, kind)
    return draft.with_lines(lines)


_FACTS = {
    "merge": ("a merge marker was left in the note", "settle the conflict first"),
    "table": ("this table was folded into one line", "write each of its rows on a line of its own"),
    "encoding": ("these characters were read in a wrong encoding before", "restore them from the source"),
}


def _damage(text: str, conflict: bool) -> str:
    if conflict and _MERGE.match(text):
        return "merge"
    if "|" in text and _FOLDED_TABLE.match(text):
        return "table"
    return "encoding" if "\ufffd" in text or is_mojibake(text) else ""


def _shown(line: Line, kind: str) -> Iterator[Line]:
    """The line as it stands, a merge marker apart from its neighbours: `=======` would underline a heading."""
    if kind == "merge":
        first = line.content[:1].rewritten(f"&#{ord(line.text[0])};")
        yield from (Line(NOTHING), replace(line, content=first + line.content[1:]), Line(NOTHING))
    else:
        yield line


def is_mojibake(text: str) -> bool:
    """Whether a line shows the marks of a wrong encoding; its odd characters are then part of the words."""
    if text.isascii():
        return False
    return _LATIN.search(text) is not None or _has_rare_syllables(text)


def _has_rare_syllables(text: str) -> bool:
    """UTF-8 read as CP949 makes syllables that Korean does not use: those outside KS X 1001."""
    if "?" not in text:
        return False
    syllables = _HANGUL.findall(text)
    rare = {syllable for syllable in syllables if not _is_common(syllable)}
    return len(rare) >= 2 and sum(s in rare for s in syllables) >= _RARE_SHARE * len(syllables)


def _is_common(syllable: str) -> bool:
    try:
        syllable.encode("euc_kr")
    except UnicodeEncodeError:
        return False
    return True
