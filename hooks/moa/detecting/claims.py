"""What a unit claims, sentence by sentence, and what its sentences are about."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from moa.detecting.units import Unit

_TAG = re.compile(r"<[^<>]*>|https?://\S+")
_MARKUP = re.compile(r"[_>#|\[\]]|^[ \t]*[-+•*][ \t]", re.M)
_MARKS = str.maketrans("", "", "`*~")
_NUMBER = re.compile(r"\A\s*(?:\(?(?:\d+|[IVX]+|[가-하])[.)]\s*)+")
_HEADING = re.compile(r"[ \t]*#")
_FIRST_HEADING = re.compile(r"\s*#+[ \t]+(.*)")
_END = re.compile(
    r"(?<=[^\s\d][.!?])\s+(?=\S)"  # not after the number of a list's item
    r"|(?<=[다요죠음임])[ \t]*\n"
    r"|\n[ \t]*\n"
    r"|\n(?=[ \t]*(?:[-*>•]|\d+[.)]))"
    r"|=>"
)
_LETTERS = re.compile(r"\w\w")
_NOT_LETTERS = re.compile(r"\W")


@dataclass(frozen=True)
class Claims:
    """A unit's heading and sentences without markup; one without sentences is a heading alone."""

    heading: str
    sentences: tuple[str, ...]


def claims(heading: str, text: str) -> Claims:
    """The claims of a text; lines that repeat its heading are no claims."""
    repeated = _NOT_LETTERS.sub("", heading)
    lines = _TAG.sub(" ", html.unescape(text)).split("\n")
    own = (line for line in lines if not _HEADING.match(line) and _NOT_LETTERS.sub("", line) != repeated)
    return Claims(bare(heading), tuple(_sentences("\n".join(own))))


def of_unit(unit: Unit, is_english: bool = False) -> Claims:
    """The claims of a unit in its own language, or in English, where a heading of Markdown may stand first."""
    if not is_english:
        return claims(unit.heading, unit.text)
    heading = _FIRST_HEADING.match(unit.text_en)
    return claims(heading[1] if heading else unit.heading, unit.text_en)


def bare(heading: str) -> str:
    """A heading without markup and number."""
    words = _NUMBER.sub("", _plain(_TAG.sub(" ", html.unescape(heading))), count=1)
    return " ".join(words.split())


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in [*_END.finditer(text), None]:
        words = " ".join(_plain(text[start : end.start() if end else len(text)]).split())
        if _LETTERS.search(words):
            yield words
        start = end.end() if end else start


def _plain(words: str) -> str:
    return _MARKUP.sub(" ", words).translate(_MARKS)
