"""Which lines of a text are code (in fences, behind four spaces) or raw HTML."""

import re
from typing import Any

from markdown_it import MarkdownIt

from moa.markdown import block_parser

CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)  # its second group is the code
_MAYBE = re.compile(r"^(?: {4}|\t| {0,3}\t)|```|~~~", re.M)
_LISTS = re.compile(r"^[ \t]*(?:[*+>-]|\d+[.)])[ \t]*(?:\t| {4})", re.M)  # an item that starts with code
_KINDS = frozenset({"fence", "code_block"})


def html_lines(text: str) -> set[int]:
    """The lines of raw HTML and comments, from 0."""
    if "<" not in text:
        return set()
    tokens = block_parser().parse(text)
    return {line for token in tokens if token.type == "html_block" and token.map for line in range(*token.map)}


def code_lines(text: str, environment: dict[str, Any] | None = None, markdown: MarkdownIt | None = None) -> set[int]:
    """The lines of code, from 0; `environment` is filled as markdown-it does, with link definitions.

    Most texts hold no code and are not parsed, unless somebody asks for the environment.
    """
    if environment is None and not _MAYBE.search(text) and not _LISTS.search(text):
        return set()
    tokens = (markdown or block_parser()).parse(text, environment)
    return {line for token in tokens if token.type in _KINDS and token.map for line in range(*token.map)}
