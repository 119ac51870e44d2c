"""Blocks of HTML inside Markdown are converted, and what they hold is read in their place."""

import re
from dataclasses import replace

from moa.importing.blocks import parse_blocks
from moa.importing.draft import Draft, Dropped, Line
from moa.importing.fences import mark_code
from moa.importing.html.markdown import convert
from moa.importing.traced import NOTHING, Traced
from moa.importing.tree import Block, map_containers

_BLOCK_TAG = re.compile(r"^ {0,3}<(table|ul|ol|figure|iframe|dl|video|audio|object|svg)\b", re.I)
_SPACING = re.compile(r"</?(?:br|hr)\b", re.I)


def close_html_blocks(draft: Draft) -> Draft:
    """Take blank lines out of HTML tables and lists, which Markdown would end at them."""
    lines: list[Line] = []
    at = 0
    while at < len(draft.lines):
        end = _closing(draft.lines, at)
        lines += [line for line in draft.lines[at:end] if end == at + 1 or line.text.strip()]
        if end > at + 1:
            lines.append(Line(NOTHING))
        at = end
    return draft.with_lines(lines)


def _closing(lines: tuple[Line, ...], at: int) -> int:
    found = _BLOCK_TAG.match(lines[at].text) if lines[at].kind == "text" else None
    if not found:
        return at + 1
    tags = re.compile(rf"<(/?){found[1]}\b", re.I)
    depth = 0
    for index in range(at, min(at + 2000, len(lines))):
        for tag in tags.finditer(lines[index].text):
            depth += -1 if tag[1] else 1
        if depth <= 0:
            return index + 1
    return at + 1


def read_html_blocks(draft: Draft) -> Draft:
    """Convert blocks of HTML and read what they hold in their place."""
    dropped: list[Draft] = []

    def change(siblings: tuple[Block, ...]) -> list[Block]:
        done: list[Block] = []
        for block in siblings:
            if block.kind == "html":
                blocks, part = _converted(block)
                done += blocks
                dropped.append(part)
            else:
                done.append(block)
        return done

    blocks = map_containers(draft.blocks, change)
    for part in dropped:
        draft = replace(
            draft,
            dropped=draft.dropped + part.dropped,
            remarks=draft.remarks + part.remarks,
            definitions={**part.definitions, **draft.definitions},
        )
    return draft.with_blocks(blocks)


def _converted(block: Block) -> tuple[list[Block], Draft]:
    converted = convert(Traced.join(block.lines, "\n"), page=False)
    part = mark_code(Draft(tuple(converted.lines), dropped=converted.dropped, remarks=converted.remarks))
    tree = parse_blocks(part.lines)
    # what still reads as HTML is words: a second conversion could only do harm
    blocks = [replace(inner, kind="paragraph") if inner.kind == "html" else inner for inner in tree.blocks]
    return blocks, replace(part, dropped=_spacing(block, part), definitions=tree.definitions)


def _spacing(block: Block, part: Draft) -> tuple[Dropped, ...]:
    """The dropped ranges, those of tags that only make space classed so."""
    source = {start: line for line in block.lines for start, _ in line.ranges()}
    return tuple(
        replace(drop, class_="spacing") if drop.class_ == "markup" and _is_spacing(source, drop) else drop
        for drop in part.dropped
    )


def _is_spacing(source: dict[int, Traced], drop: Dropped) -> bool:
    """Whether a range is a `<br>` or `<hr>` tag, by the line that holds it."""
    line = next((line for start, line in source.items() if start <= drop.start < start + len(line)), NOTHING)
    return _SPACING.match(line.text, drop.start - line.start) is not None
