"""Lists of HTML: items, definitions, and the list of a page's footnotes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from moa.importing.draft import Line
from moa.importing.html.flow import BLANK, Flow, Part, block, indented, joined
from moa.importing.html.tree import Element, Node
from moa.importing.traced import Traced


def listing(flow: Flow, element: Element) -> None:
    """A list, its items nested by four spaces."""
    if flow.one_line:
        return block(flow, element)
    if "toggle" in element.classes:  # a box in Notion's clothes
        return block(flow, element)
    if any(_note_label(flow, item) for item in element.elements):
        return _footnotes(flow, element)
    flow.flush()
    lines: list[Line] = []
    start = element.get("start").strip()
    number = int(start) if start.isdecimal() and len(start) < 9 else 1
    for parts, is_item in _items(flow, element):
        if not parts:
            continue
        if not is_item and lines:
            lines += [indented(line) for line in joined(parts)]
            continue
        marker = f"{number}. " if element.name == "ol" else "- "
        lines += _item(parts, marker)
        number += 1
    return flow.block(*lines, tight=True)


def _items(flow: Flow, element: Element) -> Iterator[tuple[Sequence[Part], bool]]:
    """The blocks of each item; a list right in a list goes on with the item before."""
    loose: list[Node] = []
    for node in [*element.children, None]:
        is_part = isinstance(node, Element) and node.name in ("li", "ul", "ol")
        if (is_part or node is None) and loose:
            yield flow.inner(element, nodes=loose).parts, True
            loose = []
        if isinstance(node, Element) and is_part:
            nodes = None if node.name == "li" else [node]
            yield flow.inner(node if nodes is None else element, nodes=nodes).parts, node.name == "li"
        elif node is not None:
            loose.append(node)


def _item(parts: Sequence[Part], marker: str) -> list[Line]:
    if parts[0].tight or parts[0].lines[0].kind == "box":  # an item without words of its own
        return joined(parts)
    lines = joined(parts, tight=True)
    first = replace(lines[0], content=Traced.made(marker) + lines[0].content)
    return [first, *(indented(line) for line in lines[1:])]


def item(flow: Flow, element: Element) -> None:
    """An item outside of any list, or one in a cell."""
    if flow.one_line:
        flow.flush()
        flow.run.verbatim(Traced.made("• "))
        flow.into(element)
        return flow.flush()
    parts = flow.inner(element).parts
    return flow.block(*(_item(parts, "- ") if parts else []), tight=True)


def definitions(flow: Flow, element: Element) -> None:
    """Terms as items of a list, what each means under it."""
    if flow.one_line:
        return block(flow, element)
    flow.flush()
    lines: list[Line] = []
    for node in _entries(element):
        parts = flow.inner(element, nodes=[node]).parts
        if parts and (not lines or (isinstance(node, Element) and node.name == "dt")):
            lines += _item(parts, "- ")
        elif parts:
            lines += [BLANK, *(indented(line) for line in joined(parts))]
    return flow.block(*lines, tight=True)


def _entries(element: Element) -> Iterator[Node]:
    """The terms and meanings of a list of definitions, those in divisions too."""
    for node in element.children:
        if isinstance(node, Element) and node.name == "div":
            yield from _entries(node)
        else:
            yield node


def _note_label(flow: Flow, element: Element) -> str:
    return flow.record.notes.get(element.get("id"), "") if element.name == "li" else ""


def _footnotes(flow: Flow, element: Element) -> None:
    """The list of a page's footnotes as Markdown's own."""
    flow.flush()
    for note in element.elements:
        label = _note_label(flow, note)
        lines = joined(flow.inner(note).parts)
        if label and lines:
            first = replace(lines[0], content=Traced.made(f"[^{label}]: ") + lines[0].content)
            flow.block(first, *(indented(line) for line in lines[1:]))
        else:
            flow.block(*lines)
