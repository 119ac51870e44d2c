"""Headings: found where they hide, freed of the outline's numbers, and brought to levels without gaps."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from moa.importing.draft import Draft
from moa.importing.line_headings import LONGEST_HEADING
from moa.importing.outline_numbers import without_numbers
from moa.importing.sentences import SENTENCE_END
from moa.importing.traced import NOTHING, Traced
from moa.importing.tree import Block, map_containers, with_children
from moa.sections import split_attributes

_COLON = re.compile(r"\s*[:：]\s*$")
_NO_TITLE = re.compile(r"[;:]\s*$|https?://|!\[|=>|^(?:[(\[]?\w{1,3}[.)\]]|[QA]\d)\s|^\[|^[\W_]*$")
_ATTRIBUTE_LIST = re.compile(r"\s*\{:?\s*(?:[#.]|[\w-]+=)")  # `{가, 나}` is a set, not a list of attributes
_WHOLLY_BOLD = re.compile(r"^(\*\*|__)(?P<words>(?:(?!\1).)+)\1\s*$")


def hoist_headings(draft: Draft) -> Draft:
    """A heading that opens a list item leaves the list with what follows it; one in a quote becomes bold."""
    blocks = (_bold_in_quotes(block, False) for block in draft.blocks)
    return draft.with_blocks(map_containers(blocks, _dissolve))


def _bold_in_quotes(block: Block, inside: bool) -> Block:
    if block.kind == "heading" and inside:
        words = block.lines[0] if block.lines else NOTHING
        bold = Traced.made("**") + words + Traced.made("**") if words and "**" not in words.text else words
        return Block("paragraph", (bold,)) if bold else Block("paragraph")
    inside = inside or block.kind in ("quote", "footnote")
    if not block.children:
        return block
    return with_children(block, (_bold_in_quotes(child, inside) for child in block.children))


def _dissolve(siblings: tuple[Block, ...]) -> Iterator[Block]:
    """Python-Markdown reads an item only where it begins with words: another becomes its blocks."""
    for block in siblings:
        if block.kind == "list":
            yield from _without_wordless(block)
        elif block.kind in ("quote", "footnote") and not block.children:
            continue
        elif block.kind != "paragraph" or block.lines:
            yield block


def _without_wordless(block: Block) -> Iterator[Block]:
    kept: list[Block] = []
    first = 0
    for index, item in enumerate(block.children):
        children = [child for child in item.children if child.kind != "paragraph" or child.text.strip()]
        if children and children[0].kind == "paragraph":
            children = [_as_bold(child) if child.kind == "heading" else child for child in children]
            first = first if kept else index
            kept.append(with_children(item, children))
            continue
        if kept:
            yield replace(block, children=tuple(kept), number=block.number and block.number + first)
        kept = []
        yield from children
    if kept:
        yield replace(block, children=tuple(kept), number=block.number and block.number + first)


def _as_bold(block: Block) -> Block:
    return _bold_in_quotes(block, True)


def clean_headings(draft: Draft) -> Draft:
    """Numbers of the outline, closing colons and bold marks leave the headings; ids written by hand stay."""
    heads = [block for block in draft.blocks if block.kind == "heading"]
    read = [_attributes(block.lines[0] if block.lines else NOTHING) for block in heads]
    own = ["data-raw" in attributes for _, attributes, _ in read]
    plain = [words if mine else _plain(words) for (words, *_), mine in zip(read, own, strict=True)]
    foreign = [(words, block.number) for words, block, mine in zip(plain, heads, own, strict=True) if not mine]
    parted = iter(without_numbers(foreign))
    new: dict[int, Block] = {}
    gone = [rest for (*_, rest), mine in zip(read, own, strict=True) if not mine]
    for block, words, (_, attributes, _), mine in zip(heads, plain, read, own, strict=True):
        number, rest = (NOTHING, words) if mine else next(parted)
        if re.search("[가-힣]", number.text):
            gone.append(number)
        else:  # the number has no place on the page, its raw characters still belong to this heading
            rest = number.rewritten("") + rest
        if rest or attributes:
            new[id(block)] = replace(block, lines=(rest,), attributes=attributes | {"was": block.text})
    kept = (new.get(id(block)) if block.kind == "heading" else block for block in draft.blocks)
    return draft.with_blocks(block for block in kept if block).drop(gone, "markup")


def _attributes(words: Traced) -> tuple[Traced, dict[str, str], Traced]:
    """The words of a heading, its attributes that Moa knows, and the list that held them and others."""
    if "{" not in words.text:
        return words, {}, NOTHING
    bare, attributes = split_attributes(words.text)
    if bare == words.text.strip() or not _ATTRIBUTE_LIST.search(words.text, len(bare)):
        return words, {}, NOTHING
    known = ("id", "data-raw", "data-of", "data-origin") if "data-raw" in attributes else ("id",)
    kept = {key: attributes[key] for key in known if attributes.get(key)}
    return words[: len(bare)], kept, words[len(bare) :]


def _plain(words: Traced) -> Traced:
    """Without a colon at the end and without marks that make the whole heading bold."""
    while True:
        if found := _WHOLLY_BOLD.match(words.text):
            words = words[found.start("words") : found.end("words")]
        elif found := _COLON.search(words.text):
            words = words[: found.start()]
        else:
            return words.strip()


def promote_title(draft: Draft) -> Draft:
    """A short first line of a note without a title is its title: pasted text begins so."""
    first, *rest = draft.blocks or (Block("paragraph"),)
    if not rest or _has_title(draft.blocks) or draft.metadata.get("title"):
        return draft
    if first.kind == "list" and len(first.children) == 1 and len(first.children[0].children) == 1:
        first = first.children[0].children[0]
    words = first.lines[0] if first.kind == "paragraph" and len(first.lines) == 1 else NOTHING
    if not words or len(words) > LONGEST_HEADING or _NO_TITLE.search(words.text) or SENTENCE_END.search(words.text):
        return draft
    title = Block("heading", (words,), attributes={"was": words.text})
    return draft.with_blocks([title, *rest])  # its level, 0, is above all others


def level_headings(draft: Draft) -> Draft:
    """Levels start at 1 and have no gaps; where no single heading stands above all, the title is left to the page."""
    base = 0 if _has_title(draft.blocks) else 1
    blocks: list[Block] = []
    open_levels: list[int] = []
    for block in draft.blocks:
        if block.kind == "heading":
            while open_levels and open_levels[-1] >= block.number:
                open_levels.pop()
            open_levels.append(block.number)
            block = replace(block, number=min(len(open_levels) + base, 6))
        blocks.append(block)
    return draft.with_blocks(blocks)


def _has_title(blocks: Sequence[Block]) -> bool:
    """Whether one heading stands above all others: the first, and with text before it only a real `#` does."""
    levels = [block.number for block in blocks if block.kind == "heading"]
    opens = bool(levels) and (levels[0] <= 1 or blocks[0].kind == "heading")
    return opens and all(level > levels[0] for level in levels[1:])
