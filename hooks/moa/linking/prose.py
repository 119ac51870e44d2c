"""The plain prose of a page: its text with everything blanked out in which no term may be linked."""

import re
from collections.abc import Sequence

from moa.code_lines import html_lines
from moa.masking import masked
from moa.plain_text import front_matter
from moa.sections import Section
from moa.tags import between, blanked, hidden

# The words of a link, brackets in them too; not endless, since every bracket of a text may be the start of one.
WORDS = r"(?:[^\[\]\\]|\\.|\[[^\[\]]{0,99}\]){0,500}"
# In this order: what comes later may rely on what is blank by then.
_NOT_PROSE = tuple(
    re.compile(pattern, re.M)
    for pattern in (
        r"^ {0,3}/{3,}[^\n]*(?:\n {4}[\w-]+:[^\n]*)*",  # the fences of blocks with their options
        r"^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?:[a-z]+:|[./#\w-]+\.md)[^\n]*",  # link definitions
        r"^ {0,3}\*\[[^\]\n]+\]:[^\n]*",  # abbreviations
        rf"!?\[{WORDS}\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\([^\n]*|\[[^\[\]]*\])?",  # links, images, footnote marks
        r"<[a-z]+:[^<>\s]*>|\b(?:https?://|www\.)[^\s<>()]+",  # addresses
        r"</?[A-Za-z][^<>]*>",
        r"\$\$?[^$\n]+\$\$?",  # formulas
        r"\{:?[^{}\n]*\}",  # lists of attributes
    )
)
# What is left over of code or a formula may open one for another reader of Markdown: its paragraph stays as it is.
_FORMULA = re.compile(r"\\\((?:[^\n]|\n(?!\n)){1,500}?\\\)|\\\[(?:[^\n]|\n(?!\n)){1,500}?\\\]")
_OPENS = re.compile(r"[`$]|\\[(\[]|\\begin\b")
_PARAGRAPH = re.compile(r"(?:^[^\n]*\S[^\n]*\n?)+", re.M)
# Paragraphs and blocks that the build has written (source lines, by-lines, tables): their links lead where they should.
_MADE = re.compile(r"^(?:[^\n]+\n)+\{: \.moa-[^\n]*\}$", re.M)
_MADE_TAG = re.compile(r"<\w+ [^\n<>]*class=\"?moa-")


def without_code(text: str, sections: Sequence[Section]) -> str:
    """The text of the same length in which code, comments, headings and what the build has written are blank."""
    start = front_matter(text)
    text = _FORMULA.sub(_blank, text) if "\\(" in text or "\\[" in text else text
    shown = hidden(text[:start]) + masked(text[start:])
    lines = shown.split("\n")
    heads = {line for each in sections for line in range(each.line - 1, each.line - 1 + each.height)}
    for line in heads:
        lines[line] = " " * len(lines[line])
    shown = "\n".join(lines)
    if "moa-" not in shown:
        return shown
    made = [span for span in between(shown, ("div", "p", "svg")) if _MADE_TAG.match(shown, span[0])]
    return _MADE.sub(_blank, blanked(shown, made))


def prose(text: str) -> str:
    """What is left of such a text without links, markup and raw HTML."""
    if "<" in text:
        raw = html_lines(text)
        text = "\n".join(" " * len(line) if at in raw else line for at, line in enumerate(text.split("\n")))
    if "</a>" in text:
        text = blanked(text, between(text, ["a"]))
    for pattern in _NOT_PROSE:
        # No space, so that no name goes on behind it.
        text = pattern.sub(lambda found: hidden(found[0], "\0"), text)
    if _OPENS.search(text):
        text = _PARAGRAPH.sub(lambda found: hidden(found[0]) if _OPENS.search(found[0]) else found[0], text)
    return text


def _blank(found: re.Match[str]) -> str:
    return hidden(found[0])
