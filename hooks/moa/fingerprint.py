"""The fingerprint of a section's words, by which a translation or a decision is known to fit or to be stale."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from moa.corrections import split_corrections
from moa.markdown import parser
from moa.sections import Section

DIGITS = 8
_BLOCK_FENCE = re.compile(r"^/{3,}(?: *[\w-]+)?(?: *\|)?", re.M)
_ATTRIBUTES = re.compile(r"\{:?[ ]*[#.][^{}\n]*\}")


def fingerprint(section: Section, shown: Callable[[str], str] = str, markdown: MarkdownIt | None = None) -> str:
    """The first 8 hex digits of sha256 over the section's words; `shown` reads references as the words they show."""
    return hashlib.sha256(words(section, shown, markdown).encode()).hexdigest()[:DIGITS]


def words(section: Section, shown: Callable[[str], str] = str, markdown: MarkdownIt | None = None) -> str:
    """Heading and body in NFC without markup, attributes and corrections; white space folded outside code."""
    body, _ = split_corrections(section.body)
    text = unicodedata.normalize("NFC", f"{section.title}\n\n{body}\n")
    text = _BLOCK_FENCE.sub("", text)
    parts = _parts((markdown or parser()).parse(shown(text)))
    return "\n".join(part for part in parts if part)


def _parts(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("fence", "code_block"):
            yield token.content
        elif token.type == "html_block":
            yield _folded(nh3.clean(token.content, tags=set()))
        elif token.type == "inline":
            yield _folded(_ATTRIBUTES.sub("", "".join(_inline(token.children or []))))


def _inline(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type == "image":
            yield "".join(_inline(token.children or []))
        elif token.type == "footnote_ref":
            yield ""


def _folded(text: str) -> str:
    return " ".join(text.split())
