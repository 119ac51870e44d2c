"""The plain prose of a page: its text with everything blanked out in which no term may be linked."""

import re
from collections.abc import Sequence

from moa.code_lines import html_lines
from moa.masking import masked
from moa.plain_text import front_matter
from moa.sections import Section

_ATTRIBUTES = r"\{:?[^{}\n]*\}"
WORDS = r"(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*"
# In this order: what comes later may rely on what is blank by then.
_NOT_PROSE = tuple(
    re.compile(pattern, re.M)
    for pattern in (
        r"^ {0,3}/{3,}[^\n]*(?:\n {4}[\w-]+:[^\n]*)*",  # the fences of blocks with their options
        r"^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?:[a-z]+:|[./#\w-]+\.md)[^\n]*",  # link definitions
        r"^ {0,3}\*\[[^\]\n]+\]:[^\n]*",  # abbreviations
        rf"!?\[{WORDS}\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\([^\n]*|\[[^\[\]]*\])?",  # links, images, footnote marks
        r"<[a-z]+:[^<>\s]*>|\b(?:https?://|www\.)[^\s<>()]+",  # addresses
        r"<a\b[^<>]*>.*?</a>",
        r"</?[A-Za-z][^<>]*>",
        r"\$\$?[^$\n]+\$\$?",  # formulas
        _ATTRIBUTES,
    )
)
# What is left over of code or a formula may open one for another reader of Markdown: its paragraph stays as it is.
_FORMULA = re.compile(r"\\\(.+?\\\)|\\\[.+?\\\]", re.S)
_OPENS = re.compile(r"[`$]|\\[(\[]|\\begin\b")
_PARAGRAPH = re.compile(r"(?:^[^\n]*\S[^\n]*\n?)+", re.M)
# Paragraphs and blocks that the build has written (source lines, by-lines, tables): their links lead where they should.
_MADE = re.compile(
    r"^(?:(?!\n)[^\n]+\n)+\{: \.moa-[^\n]*\}$|^<(?P<tag>div|p|svg) [^\n]*?class=\"?moa-.*?</(?P=tag)>", re.M | re.S
)


def without_code(text: str, sections: Sequence[Section]) -> str:
    """The text of the same length in which code, comments, headings and what the build has written are blank."""
    start = front_matter(text)
    text = _FORMULA.sub(_blank, text) if "\\(" in text or "\\[" in text else text
    shown = re.sub("[^\n]", " ", text[:start]) + masked(text[start:])
    lines = shown.split("\n")
    heads = {line for each in sections for line in range(each.line - 1, each.line - 1 + each.height)}
    for line in heads:
        lines[line] = " " * len(lines[line])
    return _MADE.sub(_blank, "\n".join(lines)) if "moa-" in shown else "\n".join(lines)


def prose(text: str) -> str:
    """What is left of such a text without links, markup and raw HTML."""
    if "<" in text:
        raw = html_lines(text)
        text = "\n".join(" " * len(line) if at in raw else line for at, line in enumerate(text.split("\n")))
    for pattern in _NOT_PROSE:
        text = pattern.sub(_blank, text)
    if _OPENS.search(text):
        text = _PARAGRAPH.sub(lambda found: _blank(found) if _OPENS.search(found[0]) else found[0], text)
    return text


def _blank(found: re.Match[str]) -> str:
    return "".join("\n" if character == "\n" else " " for character in found[0])
