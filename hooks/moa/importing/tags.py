"""Tags within lines become Markdown; those that can act never reach a page; pseudo-tags stay visible."""

from moa.importing.draft import Draft
from moa.importing.edits import edited
from moa.importing.inline import spans
from moa.importing.tag_edits import TagLine, Taken
from moa.importing.traced import Traced
from moa.importing.tree import Block, with_children, with_lines

ROUNDS = 3


def read_inline_html(draft: Draft) -> Draft:
    """Write inline tags as Markdown, keep the few that Markdown lacks, drop the rest; pseudo-tags stay visible."""
    taken = Taken()
    draft = draft.with_blocks([_changed(block, taken) for block in draft.blocks])
    draft = draft.drop(taken.unsafe, "unsafe").drop(taken.comments, "boilerplate").drop(taken.spacing, "spacing")
    for text in taken.unsafe:
        draft = draft.remark(text.start, "HTML that can act was refused", "it is listed in the ledger as unsafe")
    return draft.drop(taken.markup, "markup")


def _changed(block: Block, taken: Taken) -> Block:
    if block.children:
        return with_children(block, (_changed(child, taken) for child in block.children))
    if block.kind not in ("paragraph", "heading", "table") or "<" not in block.text:
        return block
    lines = [_read(line, taken, block) for line in block.lines]
    if block.kind == "paragraph":
        parts = [part for line in lines for part in line.split_lines()]
        lines = [part for part in parts if part.text.strip()]
        if lines:
            lines[-1] = lines[-1].rstrip()
    return with_lines(block, lines)


def _read(line: Traced, taken: Taken, block: Block) -> Traced:
    """Read the tags of a line, again where what was taken out lets new ones appear."""
    for _ in range(ROUNDS):
        edits = TagLine(line, block, taken).edits(spans(line.text))
        if not edits:
            break
        line = edited(line, edits)
    return line
