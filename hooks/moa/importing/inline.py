"""Where links, code, images and tags stand in a line of Markdown, as markdown-it reads it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from moa.markdown import parser

References = Mapping[str, Mapping[str, str]]
SPECIAL = frozenset("`<[!\\&")


@dataclass(frozen=True)
class Span:
    """An inline element: its kind, its place [start, end) in the text, and markdown-it's token for it."""

    kind: str
    start: int
    end: int
    token: Token


@cache
def inline_parser() -> MarkdownIt:
    """A parser whose inline tokens know their place, `meta["start"]` and `meta["end"]`; it never changes."""
    markdown = parser(trusting=True)
    markdown.inline.ruler.before("text", "place", _note_place)
    markdown.disable("footnote_inline")  # `^[words]` is none to Python-Markdown
    return markdown


def _note_place(state: StateInline, silent: bool) -> bool:
    """A rule that reads nothing but tells the tokens made since it was last called where they stand."""
    if not silent:
        places = state.env.setdefault("places", {})
        before, count = places.get(id(state), (0, 0))
        for token in state.tokens[count:]:
            token.meta.update(start=before, end=state.pos)
        places[id(state)] = (state.pos, len(state.tokens))
    return False


_AFTER_DESTINATION = re.compile(r"""\s*(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))?\s*\)""", re.S)
_KINDS = {"code_inline", "html_inline", "image", "link_open", "footnote_ref"}


def spans(text: str, references: Mapping[str, Any] | None = None) -> tuple[Span, ...]:
    """The elements of a line, outer before inner, in their order; `references` are known link definitions."""
    if SPECIAL.isdisjoint(text):
        return ()
    return _read(text, references) if references else _read_alone(text)


@lru_cache(maxsize=4096)
def _read_alone(text: str) -> tuple[Span, ...]:
    """A line without references reads alike every time: several passes ask for the same one."""
    return _read(text, {})


def _read(text: str, references: Mapping[str, Any]) -> tuple[Span, ...]:
    markdown = inline_parser()
    env: dict[str, Any] = {"references": dict(references)}
    tokens = markdown.parseInline(text, env)[0].children or []
    last = max((before for before, _ in env.get("places", {}).values()), default=0)
    ends = _link_ends(tokens, len(text)) | _inner_ends(markdown, tokens, text, last)
    return tuple(
        Span(
            token.type.removesuffix("_open"),
            token.meta.get("start", last),
            ends.get(index, token.meta.get("end", len(text))),
            token,
        )
        for index, token in enumerate(tokens)
        if token.type in _KINDS
    )


def _link_ends(tokens: list[Token], length: int) -> dict[int, int]:
    """For each opening of a link, where its closing ends."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.type == "link_open":
            opened.append(index)
        elif token.type == "link_close" and opened:
            ends[opened.pop()] = token.meta.get("end", length)
    return ends


def _inner_ends(markdown: MarkdownIt, tokens: list[Token], text: str, last: int) -> dict[int, int]:
    """The ends of elements that may be the last of a link's words, after which no place is noted."""
    ends = {}
    for index, token in enumerate(tokens):
        start = token.meta.get("start", last)
        if token.level == 0:
            continue
        if token.type == "code_inline":
            ends[index] = text.index(token.markup, start + len(token.markup)) + len(token.markup)
        elif token.type == "html_inline":
            ends[index] = start + len(token.content)
        elif token.type == "image":
            ends[index] = _image_end(markdown, text, start)
    return ends


def _image_end(markdown: MarkdownIt, text: str, start: int) -> int:
    label = parseLinkLabel(StateInline(text, markdown, {}, []), start + 1)
    if text[label + 1 : label + 2] != "(":
        return text.find("]", label + 1) + 1 or label + 1
    destination = parseLinkDestination(text, label + 2, len(text))
    closing = _AFTER_DESTINATION.match(text, destination.pos)
    return closing.end() if closing else len(text)
