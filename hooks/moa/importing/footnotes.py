"""Footnotes whose names are no plain words get plain ones, since a name becomes an address on the page."""

import re
from dataclasses import replace

from moa.importing.draft import Draft
from moa.importing.edits import outside
from moa.importing.inline import inline_parser
from moa.importing.traced import Traced
from moa.importing.tree import Block, map_lines, walk

_PLAIN = re.compile(r"[\w.-]+")
_UNFIT = re.compile(r"[^\w.-]+")
_USE = re.compile(r"\[\^([^\]\s]+)\]")


def name_footnotes(draft: Draft) -> Draft:
    """Rename footnotes where they are told and where they are referred to."""
    draft = draft.drop([b.marker for b in walk(draft.blocks) if b.kind == "footnote" and not b.children], "markup")
    labels = [block.marker.text for block in walk(draft.blocks) if block.kind == "footnote"]
    if all(_PLAIN.fullmatch(label) for label in labels):
        return draft
    names = _names(labels)
    markdown = inline_parser()

    def change(line: Traced) -> Traced:
        if "[^" not in line.text:
            return line
        return outside(markdown, line, lambda part: part.sub(_USE, lambda m: f"[^{names.get(m[1], m[1])}]"))

    return draft.with_blocks(_renamed(block, names) for block in map_lines(draft.blocks, change))


def _names(labels: list[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for label in labels:
        name = _UNFIT.sub("-", label).strip("-") or "note"
        while name in names.values() or (name != label and name in labels):
            name += "-"
        names.setdefault(label, name)
    return names


def _renamed(block: Block, names: dict[str, str]) -> Block:
    if block.kind == "footnote":
        block = replace(block, marker=block.marker.rewritten(names[block.marker.text]))
    return replace(block, children=tuple(_renamed(child, names) for child in block.children))
