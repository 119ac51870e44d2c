"""Write blocks as the Markdown that Python-Markdown and CommonMark read alike."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from moa.importing.traced import Traced
from moa.importing.tree import Block

INDENT = Traced.made("    ")
BLANK = Traced()


@dataclass(frozen=True)
class Written:
    """A line of a page and the kind of block that it belongs to."""

    content: Traced
    kind: str = "spacing"


def write_blocks(blocks: Iterable[Block], nested: bool = False) -> list[Written]:
    """The lines of blocks, one blank line between two, every level of a list indented by four."""
    lines: list[Written] = []
    before = ""
    for block in blocks:
        # under a list indented code would be a part of its last item
        writer = "fence" if block.kind == "indented" and before in ("list", "footnote") else block.kind
        written = list(_WRITERS[writer](block, nested))
        before = block.kind if written else before
        if written:
            lines += [*([Written(BLANK)] if lines else []), *written]
    return lines


def _paragraph(block: Block, nested: bool) -> Iterator[Written]:
    return (Written(line, block.kind) for line in block.lines)


def _heading(block: Block, nested: bool) -> Iterator[Written]:
    attributes = [
        f"#{value}" if key == "id" else f'{key}="{value}"'
        for key, value in block.attributes.items()
        if value and key != "was"
    ]
    words = block.lines[0] if block.lines else Traced()
    ending = Traced.made(f" {{{' '.join(attributes)}}}" if attributes else "")
    yield Written(Traced.made("#" * block.number + " ") + words + ending, "heading")


def _fence(block: Block, nested: bool) -> Iterator[Written]:
    longest = max((_run(line.text) for line in block.lines), default=0)
    fence = Traced.made("`" * max(3, longest + 1))
    yield Written(fence + block.marker, "code")
    yield from (Written(line, "code") for line in block.lines)
    yield Written(fence, "code")


def _run(text: str) -> int:
    bare = text.strip()
    return len(bare) - len(bare.lstrip("`"))


def _indented(block: Block, nested: bool) -> Iterator[Written]:
    if nested:  # in a list Python-Markdown wants another margin than CommonMark: a fence is read alike
        yield from _fence(block, nested)
    else:
        yield from (Written(INDENT + line if line else line, "code") for line in block.lines)


def _rule(block: Block, nested: bool) -> Iterator[Written]:
    yield Written(block.lines[0].rewritten("---") if block.lines else Traced.made("---"), "rule")


def _quote(block: Block, nested: bool) -> Iterator[Written]:
    for line in write_blocks(block.children, nested=True):
        yield Written(Traced.made("> " if line.content else ">") + line.content, line.kind)


def _list(block: Block, nested: bool) -> Iterator[Written]:
    loose = _is_spread(block)
    for index, item in enumerate(block.children):
        if index and loose:
            yield Written(BLANK)
        yield from _item(item, block.number + index if block.number else 0, loose)


def _is_spread(block: Block) -> bool:
    """Whether a list has blank lines anywhere: Python-Markdown finds an item behind one only after another."""
    inner = [child for item in block.children for child in item.children[1:]]
    return block.loose or any(child.kind != "list" or _is_spread(child) for child in inner)


def _item(item: Block, number: int, loose: bool) -> Iterator[Written]:
    marker = item.marker.rewritten(str(number)) + Traced.made(". ") if number else Traced.made("- ")
    lines: list[Written] = []
    for child in item.children:
        gap = bool(lines) and (loose or child.kind not in ("list",))
        lines += [*([Written(BLANK)] if gap else []), *_WRITERS[child.kind](child, True)]
    for index, line in enumerate(lines):
        if index == 0:
            yield Written(marker + line.content, line.kind)
        else:
            yield Written(INDENT + line.content if line.content else line.content, line.kind)


def _footnote(block: Block, nested: bool) -> Iterator[Written]:
    lines = write_blocks(block.children, nested=True)
    head = Traced.made("[^") + block.marker + Traced.made("]: ")
    for index, line in enumerate(lines or [Written(Traced(), "paragraph")]):
        if index == 0:
            yield Written(head + line.content, line.kind)
        else:
            yield Written(INDENT + line.content if line.content else line.content, line.kind)


_WRITERS: dict[str, Callable[[Block, bool], Iterable[Written]]] = {
    "paragraph": _paragraph,
    "table": _paragraph,
    "html": _paragraph,
    "box": _paragraph,
    "heading": _heading,
    "fence": _fence,
    "indented": _indented,
    "rule": _rule,
    "quote": _quote,
    "list": _list,
    "footnote": _footnote,
    "item": lambda block, nested: _item(block, 0, False),
}
