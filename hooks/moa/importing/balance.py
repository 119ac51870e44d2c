"""Box lines in pairs, each box with as many slashes as the boxes within it need."""

import re
from dataclasses import replace

from moa.importing.box_types import TYPES
from moa.importing.draft import Draft
from moa.importing.traced import Traced
from moa.importing.tree import Block, map_containers

_OWN = re.compile(rf"^\s*/{{3,}}(?: (?:{'|'.join([*TYPES, 'correction'])})(?: \| .*)?)?$")
_OPENING = re.compile(r"^/{3,} \S")


def mark_own_boxes(draft: Draft) -> Draft:
    """In a page of ours every line of slashes that reads as a box line is one."""
    return draft.with_lines(
        replace(line, kind="box") if line.kind == "text" and _OWN.match(line.text) else line for line in draft.lines
    )


def balance_boxes(draft: Draft) -> Draft:
    """Drop box lines without a partner among their siblings, and give outer boxes longer fences."""
    gone: list[Traced] = []

    def change(siblings: tuple[Block, ...]) -> list[Block]:
        pairs = _pairs(siblings)
        lost = [block for index, block in enumerate(siblings) if block.kind == "box" and index not in pairs]
        gone.extend(line for block in lost for line in block.lines)
        return [
            _fenced(block, _inner_depth(pairs, index)) if index in pairs else block
            for index, block in enumerate(siblings)
            if block.kind != "box" or index in pairs
        ]

    return draft.with_blocks(map_containers(draft.blocks, change)).drop(gone, "markup")


def _pairs(siblings: tuple[Block, ...]) -> dict[int, int]:
    """Openings and closings by index, each with its partner's; a heading closes every box, as sections do."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for index, block in enumerate(siblings):
        if block.kind == "heading":
            opened = []
        elif block.kind == "box" and _OPENING.match(block.text):
            opened.append(index)
        elif block.kind == "box" and opened:
            partner = opened.pop()
            pairs |= {partner: index, index: partner}
    return pairs


def _inner_depth(pairs: dict[int, int], index: int) -> int:
    """How many boxes stand one in another inside this one."""
    start, stop = sorted((index, pairs[index]))
    inner = [at for at in pairs if start < at < stop and pairs[at] > at]
    return max((_inner_depth(pairs, at) + 1 for at in inner), default=0)


def _fenced(block: Block, depth: int) -> Block:
    line = block.lines[0]
    marks = len(line.text) - len(line.text.lstrip("/"))
    return replace(block, lines=(line[:marks].rewritten("/" * (3 + depth)) + line[marks:],))
