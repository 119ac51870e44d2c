"""Indented code: Markdown itself says which lines are code, since lists and quotes shift the margin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from moa.importing.blocks import block_parser
from moa.importing.draft import Draft, Line

_PROSE = re.compile(r"^\s+(?:[가-힣A-Za-z0-9,.()'\"?!·~-]+\s+){2,}[가-힣]+[다요]\.$")
_ITEM = re.compile(r"^\s*(?:>\s?)*(?:[-*+]|\d{1,9}[.)])\s+")
_LINE_SPACE = " \t\u00a0\ufeff"


def mark_indented(draft: Draft) -> Draft:
    """Set the kind of the lines of indented code; such as reads like a sentence is reported."""
    return _report_prose(draft, list(_mark_indented(draft.lines)))


def _report_prose(draft: Draft, lines: Sequence[Line]) -> Draft:
    """Indented code that reads like a sentence is code to Markdown; its author may have meant a paragraph."""
    for index, line in enumerate(lines):
        fresh = not index or lines[index - 1].kind == "text" or not lines[index - 1].text.strip()
        if line.kind == "code" and fresh and line.text.startswith(("    ", "\t")) and _PROSE.match(line.text):
            fact = "these indented lines are code to Markdown, but read like prose"
            return draft.with_lines(lines).remark(line.content.start, fact, "take the margin away if they are no code")
    return draft.with_lines(lines)


def _may_hold_indented(lines: Sequence[Line]) -> bool:
    """Whether any line stands four columns deeper than the text it could belong to, after a blank line."""
    offset = 0
    blank = True
    for line in lines:
        text = line.text.expandtabs(4)
        bare = text.lstrip()
        if bare and line.kind == "text":
            if (blank or offset == 0) and len(text) - len(bare) >= offset + 4:
                return True
            if item := _ITEM.match(text):
                offset = len(item[0])
            elif len(text) == len(bare):
                offset = 0
        blank = not bare
    return False


def _mark_indented(lines: Sequence[Line]) -> Iterator[Line]:
    """Indented code, where Markdown itself sees it: the parser decides, since lists and quotes shift the margin."""
    code: set[int] = set()
    if _may_hold_indented(lines):
        for token in block_parser().parse("\n".join(line.text for line in lines)):
            if token.type == "code_block" and token.map:
                code.update(range(*token.map))
    for index, line in enumerate(lines):
        is_code = index in code and line.kind == "text" and line.text.strip(_LINE_SPACE) != ""
        yield replace(line, kind="code") if is_code else line
