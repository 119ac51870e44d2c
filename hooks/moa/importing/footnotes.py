"""Footnotes whose names are no plain words get plain ones, since a name becomes an address on the page."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from moa.importing.draft import Draft
from moa.importing.edits import Edit, edited
from moa.importing.inline import spans
from moa.importing.traced import Traced
from moa.importing.tree import WORDS, Block, map_containers, map_lines, walk

_PLAIN = re.compile(r"[\w.-]+")
_UNFIT = re.compile(r"[^\w.-]+")
_USE = re.compile(r"(?<!\\)\[\^([^\]\s]+)\]")


def name_footnotes(draft: Draft) -> Draft:
    """Rename footnotes where they are told and where they are referred to; of one name the first is meant."""
    draft = drop_empty_footnotes(draft)
    labels = [block.marker.text for block in walk(draft.blocks) if block.kind == "footnote"]
    draft = draft.with_blocks(map_lines(draft.blocks, partial(_without_strays, labels=frozenset(labels))))
    draft = draft.with_blocks(map_containers(draft.blocks, partial(_told_in_words, used=_used(draft))))
    if all(_PLAIN.fullmatch(label) for label in labels) and len(set(labels)) == len(labels):
        return draft
    names = _names(labels)

    def change(line: Traced) -> Traced:
        if "[^" not in line.text:
            return line
        edits: list[Edit] = []
        code = [(span.start, span.end) for span in spans(line.text) if span.kind == "code_inline"]
        for found in _USE.finditer(line.text):
            if found[1] in names and not any(start < found.start() < end for start, end in code):
                edits.append((*found.span(1), line[slice(*found.span(1))].rewritten(names[found[1]][0])))
        return edited(line, edits)

    waiting = {label: iter(given) for label, given in names.items()}
    return draft.with_blocks([_renamed(block, waiting) for block in map_lines(draft.blocks, change)])


def _used(draft: Draft) -> frozenset[str]:
    text = "\n".join(block.text for block in walk(draft.blocks) if block.kind in WORDS)
    return frozenset(_USE.findall(text))


def _told_in_words(siblings: tuple[Block, ...], used: frozenset[str]) -> Iterator[Block]:
    """A footnote that nothing refers to is a paragraph: Python-Markdown would lead back to nowhere."""
    for block in siblings:
        first = block.children[0] if block.kind == "footnote" and block.children else block
        if block.kind != "footnote" or block.marker.text in used or first.kind != "paragraph":
            yield block
            continue
        label = Traced.made("\\[^") + block.marker + Traced.made("]: ")
        yield replace(first, lines=(label + first.lines[0], *first.lines[1:]))
        yield from block.children[1:]


def _without_strays(line: Traced, labels: frozenset[str]) -> Traced:
    """What refers to a footnote that the note does not have is words."""
    strays = [found for found in _USE.finditer(line.text) if found[1] not in labels] if "[^" in line.text else []
    code = [(span.start, span.end) for span in spans(line.text) if span.kind == "code_inline"] if strays else []
    words = [found for found in strays if not any(start < found.start() < end for start, end in code)]
    return edited(line, [(found.start(), found.start() + 1, Traced.made("\\[")) for found in words]) if words else line


def _names(labels: list[str]) -> dict[str, list[str]]:
    """A plain name of its own for every footnote, in their order, by label."""
    names: dict[str, list[str]] = {}
    taken = {label for label in labels if _PLAIN.fullmatch(label)}
    numbers: Counter[str] = Counter()
    for label in labels:
        name = base = _UNFIT.sub("-", label).strip("-") or "note"
        while (name != label or label in names) and name in taken:
            numbers[base] += 1
            name = f"{base}-{numbers[base] + 1}"
        taken.add(name)
        names.setdefault(label, []).append(name)
    return names


def _renamed(block: Block, waiting: dict[str, Iterator[str]]) -> Block:
    if block.kind == "footnote":
        block = replace(block, marker=block.marker.rewritten(next(waiting[block.marker.text])))
    return replace(block, children=tuple(_renamed(child, waiting) for child in block.children))


def drop_empty_footnotes(draft: Draft) -> Draft:
    """Footnotes that say nothing go, since nothing of them would be shown."""
    empty = [block for block in walk(draft.blocks) if block.kind == "footnote" and not _says(block)]
    if not empty:
        return draft

    def change(siblings: tuple[Block, ...]) -> list[Block]:
        return [block for block in siblings if block.kind != "footnote" or _says(block)]

    return draft.with_blocks(map_containers(draft.blocks, change)).drop([block.marker for block in empty], "markup")


def _says(block: Block) -> bool:
    return any(line.text.strip() for inner in walk(block.children) for line in inner.lines)
