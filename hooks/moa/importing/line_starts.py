"""A line of a paragraph that looks like the start of another block is escaped: it was read as words."""

import re

from moa.importing.draft import Draft
from moa.importing.traced import Traced
from moa.importing.tree import Block, with_children, with_lines

_FIRST = frozenset("#-+*>=_`~|0123456789")
_NUMBER = re.compile(r"^\d{1,9}(?=[.)](?:\s|$))")
_SIGN = re.compile(
    r"^(?:#(?=#{0,5}(?:\s|$))|[-+*](?=\s|$)|>|([-*_])(?=[ \t]*(?:\1[ \t]*)+$)|`(?=``)|[-=](?=[-=]*\s*$))"
)
_TILDES = re.compile(r"^~(?=~~)")
_DELIMITERS = re.compile(r"^\|?(?=[\s|:-]*-[\s|:-]*\|[\s|:-]*$)")


def escape_line_starts(draft: Draft) -> Draft:
    """Escape what would open a list, a heading, a quote, a rule, a table or code at the start of a line of words."""
    return draft.with_blocks([_escaped(block) for block in draft.blocks])


def _escaped(block: Block) -> Block:
    if block.children:
        return with_children(block, (_escaped(child) for child in block.children))
    if block.kind != "paragraph":
        return block
    lines = [_line(line, index) for index, line in enumerate(block.lines)]
    return with_lines(block, lines)


def _line(line: Traced, index: int) -> Traced:
    line = line.lstrip(" ") if line.text.startswith(" ") else line
    if line.text[:1] not in _FIRST:
        return line
    if found := _NUMBER.match(line.text):
        return line[: found.end()] + Traced.made("\\") + line[found.end() :]
    if _SIGN.match(line.text):
        sign = "&#61;" if line.text[0] == "=" else f"\\{line.text[0]}"
        return line[:1].rewritten(sign) + line[1:]
    if _TILDES.match(line.text):
        return line[:1].rewritten("&#126;") + line[1:]
    if index and line.text[0] == "|" and _DELIMITERS.match(line.text):
        return line[:1].rewritten("&#124;") + line[1:]
    return line
