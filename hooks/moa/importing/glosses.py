"""An English sentence with a Korean gloss after `=>` becomes two halves, each tagged with its language."""

import re
from dataclasses import replace

from moa.importing.draft import Draft
from moa.importing.traced import Traced
from moa.importing.tree import Block, with_children

_ARROW = re.compile(r"\s*(?:=>|⇒|➡)\s*")
_HANGUL = re.compile(r"[가-힣]")
_WORD = re.compile(r"[A-Za-z]{2,}")


def tag_glosses(draft: Draft) -> Draft:
    """Tag the halves where the first has no Korean and at least four English words, and the second is Korean."""
    return draft.with_blocks(_tagged(block) for block in draft.blocks)


def _tagged(block: Block) -> Block:
    if block.children:
        return with_children(block, (_tagged(child) for child in block.children))
    if block.kind != "paragraph" or ("=>" not in block.text and "⇒" not in block.text):
        return block
    return replace(block, lines=tuple(half for line in block.lines for half in _halves(line)))


def _halves(line: Traced) -> list[Traced]:
    found = _ARROW.search(line.text)
    if not found:
        return [line]
    english, korean = line[: found.start()].strip(), line[found.end() :]
    if _HANGUL.search(english.text) or len(_WORD.findall(english.text)) < 4 or not _HANGUL.search(korean.text):
        return [line]
    first = Traced.made('<span lang="en">') + english + Traced.made("</span>  ")
    return [first, Traced.made('<span lang="ko">') + korean + Traced.made("</span>")]
