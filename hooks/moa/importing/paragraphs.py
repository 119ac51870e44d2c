"""Lines that were broken for their width, and sentences broken over blank lines, become whole again."""

import re
from collections.abc import Iterator
from dataclasses import replace

from moa.importing.draft import Draft
from moa.importing.line_headings import display_width
from moa.importing.traced import Traced
from moa.importing.tree import Block, map_containers, walk, with_children, with_lines

NARROWEST_WRAP = 40
_HARD = re.compile(r"(?: {2,}|\\)$")
_SENTENCE_END = re.compile(r"[.!?:;。…)\]”\"'*_`]$|[다요음임함됨]$")
_OPEN = re.compile(r"(?:[,，]|[하이되]며|[하이되있없]고|지만|는데|면서|므로|니까|[어아해]서|하여|위해|통해)$")
_WORDS = re.compile(r"[\w(\"'“‘`]")


def join_lines(draft: Draft) -> Draft:
    """Every paragraph and item becomes one line, but for line breaks that its author meant."""
    width = -1 if draft.own else _wrap_width(draft)
    return draft.with_blocks(_joined(block, width) for block in draft.blocks)


def _wrap_width(draft: Draft) -> float:
    """The width at which the author's editor wrapped lines that also end in two spaces, or 0 where none did."""
    broken = [
        display_width(line.text.rstrip())
        for block in walk(draft.blocks)
        if block.kind == "paragraph"
        for line in block.lines[:-1]
        if _HARD.search(line.text) and not _SENTENCE_END.search(line.text.rstrip(" \\"))
    ]
    wide = [width for width in broken if width >= NARROWEST_WRAP]
    return max(wide) if len(wide) >= 2 else 0


def _joined(block: Block, width: float) -> Block:
    if block.children:
        return with_children(block, (_joined(child, width) for child in block.children))
    if block.kind != "paragraph" or not block.lines:
        return block
    if len(block.lines) == 1:
        return with_lines(block, [block.lines[0].strip()])
    rows = all(line.text.lstrip().startswith("|") for line in block.lines)  # a table without its rule
    lines: list[list[Traced]] = [[]]
    for line in block.lines:
        bare = line.strip()
        is_hard = (rows or _HARD.search(line.text) is not None) and line is not block.lines[-1]
        if is_hard and line.text.endswith("\\"):
            bare = line[:-1].strip()
        if bare:
            lines[-1].append(bare)
        if is_hard and (rows or _is_meant(bare.text, width)):
            lines.append([])
    kept = [Traced.join(parts, " ") for parts in lines if parts]
    return with_lines(block, _with_breaks(kept))


def _is_meant(text: str, wrap: float) -> bool:
    """Whether a break with two spaces is the author's: not where the line was merely full; in a page of ours always."""
    if wrap < 0:
        return True
    if wrap and display_width(text) >= 0.7 * wrap:
        return False
    return _SENTENCE_END.search(text) is not None or display_width(text) < NARROWEST_WRAP


def _with_breaks(lines: list[Traced]) -> Iterator[Traced]:
    for line in lines[:-1]:
        yield line + Traced.made("  ")
    yield from lines[-1:]


def join_sentences(draft: Draft) -> Draft:
    """A paragraph that ends in a comma or in a word that must go on, and the paragraph under it, are one sentence."""
    return draft.with_blocks(map_containers(draft.blocks, _join_open))


def _join_open(siblings: tuple[Block, ...]) -> list[Block]:
    groups: list[list[Block]] = []
    for block in siblings:
        if groups and _is_open(groups[-1][-1]) and _goes_on(block):
            groups[-1].append(block)
        else:
            groups.append([block])
    return [group[0] if len(group) == 1 else _as_one(group) for group in groups]


def _as_one(paragraphs: list[Block]) -> Block:
    """One paragraph of several: the last line of each and the first of the next are one line."""
    lines: list[list[Traced]] = [[]]
    for block in paragraphs:
        lines[-1].append(block.lines[0])
        lines += [[line] for line in block.lines[1:]]
    return replace(paragraphs[0], lines=tuple(Traced.join(parts, " ") for parts in lines))


def _is_open(block: Block) -> bool:
    return block.kind == "paragraph" and bool(block.lines) and _OPEN.search(block.lines[-1].text) is not None


def _goes_on(block: Block) -> bool:
    """Whether a paragraph begins with words, as the rest of a sentence does: not with a label, an image, a formula."""
    return block.kind == "paragraph" and bool(block.lines) and _WORDS.match(block.lines[0].text) is not None
