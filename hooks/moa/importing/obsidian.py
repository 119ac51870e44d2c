"""Signs of Obsidian that no reader sees there: comments between `%%`, and names of blocks at the ends of lines."""

import re

from moa.importing.draft import Draft, Line
from moa.importing.traced import NOTHING, Traced

_COMMENT_LINE = re.compile(r"^\s*%%(?!%)(?:[^%\n]|%(?!%))*%%\s*$")
_COMMENT = re.compile(r"%%(?!%)(?:[^%\n]|%(?!%))+%%")
_BLOCK_NAME = re.compile(r"(?<=\S)\s+\^[A-Za-z0-9-]{3,}\s*$")
_SIGNS = re.compile(r"!?\[\[[^\[\]\n]*[가-힣\w][^\[\]\n]*\]\]|^\s*> ?\[![A-Za-z]+\]", re.M)


def drop_hidden_signs(draft: Draft) -> Draft:
    """Drop comments that fill a line; where other signs of Obsidian stand also those within lines, and block names."""
    marked = [line for line in draft.lines if line.kind == "text" and ("%%" in line.text or " ^" in line.text)]
    if not marked:
        return draft
    certain = any(line.kind == "text" and _SIGNS.search(line.text) for line in draft.lines)
    comments: list[Traced] = []
    names: list[Traced] = []
    lines: list[Line] = []
    for line in draft.lines:
        content = line.content
        if line.kind == "text" and "%%" in line.text:
            content = _without(content, _COMMENT if certain else _COMMENT_LINE, comments)
        if line.kind == "text" and certain and " ^" in line.text:
            content = _without(content, _BLOCK_NAME, names)
        lines.append(line if content is line.content else Line(content))
    return draft.with_lines(lines).drop(comments, "boilerplate").drop(names, "markup")


def _without(content: Traced, pattern: re.Pattern[str], gone: list[Traced]) -> Traced:
    gone += [content[found.start() : found.end()] for found in pattern.finditer(content.text)]
    return content.sub(pattern, lambda _: NOTHING)
