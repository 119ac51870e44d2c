"""A text with code blanked out, and the links that are left in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

from moa.code_lines import code_lines
from moa.tags import between, blanked, hidden

_CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.S)
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.S)
_HTML_CODE = ("code", "pre", "kbd", "samp", "script", "style")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_TARGET = r"<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)"
# Neither a footnote's bracket nor the label of a reference (`[words][label](aside)`) has a target behind it.
_INLINE = re.compile(
    rf"(?P<before>\[\^[^\[\]\n]*|\]\[[^\[\]\n]*)?"
    rf"\]\([ \n]*(?:{_TARGET})(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<label>(?!\^)[^\[\]\n]+)\]:[ \t]*\n?[ \t]*<?(?P<target>[^\s<>]+)>?[ \t]*"
    r"(?:\n?[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'|\([^)\n]*\)))?[ \t]*$",
    re.M,
)


@dataclass(frozen=True)
class Link:
    """Where a link or an image leads, as written, and the offset of its target in the page's text."""

    target: str
    offset: int


def links_of(text: str) -> tuple[Link, ...]:
    """Every inline link and image, and every link definition, of a text in which code is masked."""
    inline = (_inline_link(found) for found in _INLINE.finditer(text) if found["before"] is None)
    return (*inline, *(link for _, link in definitions_of(text)))


def normalized_label(label: str) -> str:
    """A link label as it is compared: white space folded, case ignored."""
    return " ".join(label.split()).lower()


def masked(text: str, parser: MarkdownIt | None = None) -> str:
    """A text of the same length in which code, comments and escaped characters are spaces."""
    lines = text.split("\n")
    for number in code_lines(text, markdown=parser):
        lines[number] = " " * len(lines[number])
    text = "\n".join(lines)
    for pattern in (_COMMENT, _CODE_SPAN, _ESCAPE):
        text = pattern.sub(lambda found: hidden(found[0]), text)
    return blanked(text, between(text, _HTML_CODE)) if "</" in text else text


def definitions_of(text: str) -> Iterator[tuple[str, Link]]:
    """The link definitions of such a text: normalized label and where it leads."""
    for found in _DEFINITION.finditer(text):
        yield normalized_label(found["label"]), Link(found["target"], found.start("target"))


def _inline_link(found: re.Match[str]) -> Link:
    group = "angled" if found["angled"] is not None else "bare"
    return Link(found[group], found.start(group))
