"""Rules: one between paragraphs stays, one that only spaces a heading or an end goes."""

from moa.importing.draft import Draft
from moa.importing.traced import Traced
from moa.importing.tree import Block


def drop_spacing_rules(draft: Draft) -> Draft:
    """Drop rules next to a heading, to another rule, or to the edge of the note."""
    kept: list[Block] = []
    gone: list[Traced] = []
    blocks = draft.blocks
    for index, block in enumerate(blocks):
        before = kept[-1].kind if kept else "edge"
        after = next((later.kind for later in blocks[index + 1 :] if later.kind != "rule"), "edge")
        if block.kind == "rule" and (before in ("heading", "edge", "rule") or after in ("heading", "edge")):
            gone.extend(block.lines)
        else:
            kept.append(block)
    return draft.with_blocks(kept).drop(gone, "spacing") if gone else draft
