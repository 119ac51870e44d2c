"""Tables: rows longer than their head are shown whole, and a bar within code stays a bar."""

import re
from collections.abc import Iterator
from dataclasses import replace

from moa.importing.draft import Draft
from moa.importing.edits import protected
from moa.importing.inline import spans
from moa.importing.traced import Traced
from moa.importing.tree import Block, walk

_CELL_END = re.compile(r"(?<!\\)\|")
_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")


def read_tables(draft: Draft) -> Draft:
    """Widen the head of a table for its longest row, which readers of Markdown would cut; tell the person of it."""
    ragged = [block for block in walk(draft.blocks) if block.kind == "table" and _missing(block) > 0]
    for block in ragged:
        draft = draft.remark(block.start, "rows of this table are longer than its head", "give every column a name")
    return draft.with_blocks([_read(block) for block in draft.blocks])


def _read(block: Block) -> Block:
    if block.children:
        return replace(block, children=tuple(_read(child) for child in block.children))
    if block.kind != "table":
        return block
    missing = _missing(block)
    lines = [_barred(line) if "\\|" in line.text and "`" in line.text else line for line in block.lines]
    if missing:
        lines[:2] = [_widened(lines[0], "  |" * missing), _widened(lines[1], "---|" * missing)]
    return replace(block, lines=tuple(lines))


def _missing(block: Block) -> int:
    """How many cells the longest row has more than the head."""
    if len(block.lines) < 3:
        return 0
    widths = [_width(line.text) for line in block.lines]
    return max(max(widths[2:]) - widths[0], 0)


def _width(row: str) -> int:
    """The cells of a row; a bar within code or an address parts none for Python-Markdown's readers."""
    for start, end in protected(row) if "`" in row or "](" in row else ():
        row = row[:start] + "x" * (end - start) + row[end:]
    bare = row.strip()
    bare = bare.removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return len(_CELL_END.findall(bare)) + 1


def _widened(line: Traced, cells: str) -> Traced:
    bare = line.rstrip()
    closed = bare.text.endswith("|") and not bare.text.endswith("\\|")
    return bare + Traced.made(cells if closed else " |" + cells)


def _barred(line: Traced) -> Traced:
    """Code with an escaped bar as a tag, in which every reader shows the bar alone."""
    parts: list[Traced] = []
    at = 0
    for start, end, mark in _code(line.text):
        inner = line[start + mark : end - mark]
        written = inner.sub(re.compile(r"\\\|"), lambda _: "|").sub(_SIGNS, lambda found: f"&#{ord(found[0])};")
        parts += [line[at:start], Traced.made("<code>") + written + Traced.made("</code>")]
        at = end
    return Traced.join([*parts, line[at:]])


def _code(text: str) -> Iterator[tuple[int, int, int]]:
    for span in spans(text):
        if span.kind == "code_inline" and "\\|" in text[span.start : span.end]:
            yield span.start, span.end, len(span.token.markup)
