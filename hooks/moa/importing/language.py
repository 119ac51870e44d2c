"""A book has one source language: a note written in another is refused."""

import re

from moa.importing.draft import Draft
from moa.importing.tree import walk
from moa.problems import Problem

_HANGUL = re.compile(r"[가-힣]")
_OTHERS = {
    "Japanese": re.compile(r"[ぁ-ゖァ-ヺ]"),
    "Chinese": re.compile(r"[\u4e00-\u9fff]"),
    "Russian or another Cyrillic language": re.compile(r"[\u0400-\u04ff]"),
    "English or another Latin-script language": re.compile(r"[A-Za-z\u00c0-\u024f]"),
}
_ENOUGH = 40  # letters: fewer cannot tell a language from a list of names
_SHARE = 0.03  # of Hangul among the letters; Korean notes full of English terms have more than .2
_NO_WORDS = re.compile(r"`[^`\n]*`|https?://\S+|<[^>\n]*>")


def wrong_language(draft: Draft, raw: str, path: str) -> Problem | None:
    """The problem of a note whose prose, code and addresses aside, is not Korean."""
    prose = " ".join(
        _NO_WORDS.sub(" ", line.text)
        for block in walk(draft.blocks)
        if block.kind in ("paragraph", "heading", "table")
        for line in block.lines
    )
    hangul = len(_HANGUL.findall(prose))
    counts = {name: len(pattern.findall(prose)) for name, pattern in _OTHERS.items()}
    name, most = max(counts.items(), key=lambda count: count[1])
    if counts["Japanese"] > counts["Chinese"] / 10 and counts["Chinese"] == most:
        name = "Japanese"
    letters = hangul + sum(counts.values())
    if letters < _ENOUGH or hangul >= _SHARE * letters:
        return None
    return Problem(
        path,
        1,
        0,
        f"this note seems to be in {name}; the book's source language is Korean",
        "import a Korean note, or translate it first",
    )
