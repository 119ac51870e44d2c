"""Titles of boxes are words like those of paragraphs: freed of HTML that acts, their accidental markup escaped."""

import re
from dataclasses import replace

from moa.importing.characters import fold_characters
from moa.importing.draft import Draft, Line
from moa.importing.escapes import escape_markup
from moa.importing.links import read_links
from moa.importing.tags import read_inline_html
from moa.importing.traced import Traced
from moa.importing.tree import Block, with_children

_HEAD = re.compile(r"^\s*/{3,} [\w-]+ \| ?")


def read_titles(draft: Draft) -> Draft:
    """Read the title of each box as a paragraph of its own; one that nothing is left of goes."""
    parts: list[Draft] = []
    blocks = [_read(block, parts) for block in draft.blocks]
    for part in parts:
        draft = replace(
            draft,
            dropped=draft.dropped + part.dropped,
            classed=draft.classed + part.classed,
            remarks=draft.remarks + part.remarks,
        )
    return draft.with_blocks(blocks)


def _read(block: Block, parts: list[Draft]) -> Block:
    if block.children:
        return with_children(block, (_read(child, parts) for child in block.children))
    found = _HEAD.match(block.text) if block.kind == "box" else None
    if not found:
        return block
    line = Traced.join(block.lines, " ")
    part = _as_paragraph(line[found.end() :])
    parts.append(part)
    title = Traced.join((words for inner in part.blocks for words in inner.lines), " ").strip()
    head = line[: found.end()]
    return replace(block, lines=(head + title if title else head[: head.text.index("|")].rstrip(),))


def _as_paragraph(title: Traced) -> Draft:
    part = fold_characters(Draft((Line(title),)))
    block = Block("paragraph", (Traced.join((line.content for line in part.lines), " "),))
    part = replace(part, lines=(), blocks=(block,))
    for change in (read_inline_html, read_links, escape_markup):
        part = change(part)
    return part


def as_title(words: str) -> str:
    """Words from elsewhere (front matter, a file's name) on one line, as a heading may hold them."""
    part = _as_paragraph(Traced.made(" ".join(words.split())))
    return " ".join(line.text.strip() for block in part.blocks for line in block.lines).strip()
