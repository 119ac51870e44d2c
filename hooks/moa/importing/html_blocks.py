"""Block elements of HTML: headings, lists, quotes, code, tables, boxes."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from moa.importing.draft import Line
from moa.importing.html_code import code_cell, fence, is_numbered
from moa.importing.html_flow import BLANK, Flow, Part
from moa.importing.html_names import HEADINGS, TABLE_PARTS
from moa.importing.html_tables import grid, is_layout, own, pipe_table
from moa.importing.html_tree import Element, Node, words
from moa.importing.traced import Traced

_INDENT = Traced.made("    ")
_CLOSING_SIGNS = re.compile(r"#+$")
_MAY_INTERRUPT = re.compile(r"- |1\. ")  # only these lists may begin right under words
_ICON = 4  # characters of a picture sign before a box's words, at most


def joined(parts: Sequence[Part], tight: bool = False) -> list[Line]:
    """The lines of blocks with a blank line between two; a tight block stands right under the one before."""
    lines: list[Line] = []
    for part in parts:
        if lines and not (tight and part.tight and _MAY_INTERRUPT.match(part.lines[0].text)):
            lines.append(BLANK)
        lines.extend(part.lines)
    return lines


def block(flow: Flow, element: Element) -> None:
    """An element that only begins and ends paragraphs."""
    flow.flush()
    flow.into(element)
    flow.flush()


def heading(flow: Flow, element: Element) -> None:
    """A heading on one line; its closing `#` would be taken for markup."""
    if flow.one_line:
        return block(flow, element)
    content = flow.inner(element, one_line=True).line()
    signs = _CLOSING_SIGNS.search(content.text)
    if signs:
        at = signs.start()
        content = content[:at] + content[at : at + 1].rewritten("\\#") + content[at + 1 :]
    return flow.block(*([Line(Traced.made("#" * HEADINGS[element.name] + " ") + content)] if content else []))


def quote(flow: Flow, element: Element) -> None:
    """A quotation and the blocks in it."""
    if flow.one_line:
        return block(flow, element)
    lines = joined(flow.inner(element).parts)
    quoted = (replace(line, content=Traced.made("> " if line.content else ">") + line.content) for line in lines)
    return flow.block(*quoted)


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
            lines += [_indented(line) for line in joined(parts)]
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
    return [first, *(_indented(line) for line in lines[1:])]


def _indented(line: Line) -> Line:
    return replace(line, content=_INDENT + line.content) if line.content else line


def item(flow: Flow, element: Element) -> None:
    """An item outside of any list, or one in a cell."""
    if flow.one_line:
        flow.flush()
        flow.run.verbatim(Traced.made("• "))
        flow.into(element)
        return flow.flush()
    parts = flow.inner(element).parts
    return flow.block(*(_item(parts, "- ") if parts else []), tight=True)


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
            flow.block(first, *(_indented(line) for line in lines[1:]))
        else:
            flow.block(*lines)


def preformatted(flow: Flow, element: Element) -> None:
    """A code block."""
    if flow.one_line:
        return block(flow, element)
    return flow.block(*fence(flow.record, element, flow.around))


def table(flow: Flow, element: Element) -> None:
    """A table, code beside its line numbers, or only what a layout holds."""
    if flow.one_line:
        return block(flow, element)
    code = code_cell(element, flow.record.text)
    if code or is_numbered(element, flow.record.text):
        for cell in own(element, frozenset(["td", "th"])) if code else ():
            if cell is not code:
                flow.record.leave_out(cell)
        return flow.block(*fence(flow.record, code or element, [*flow.around, element]))
    cells = grid(element)
    if is_layout(element, cells):
        return block(flow, element)
    flow.flush()
    flow.visit([node for part in _outside_cells(element) for node in part])
    flow.flush()
    return flow.block(*pipe_table(cells, lambda cell: flow.inner(cell, one_line=True).cell()))


def _outside_cells(element: Element) -> Iterator[list[Node]]:
    """A caption, and what stands between the cells by mistake: a browser shows it before the table."""
    for node in element.children:
        if isinstance(node, Element) and node.name in TABLE_PARTS - {"caption"}:
            if node.name not in ("td", "th"):
                yield from _outside_cells(node)
        else:
            yield [node]


def rule(flow: Flow, element: Element) -> None:
    """A rule between paragraphs."""
    flow.block(*([] if flow.one_line else [Line(Traced.made("---"))]))


def details(flow: Flow, element: Element) -> None:
    """A box that opens; its summary is the title."""
    summary = next((child for child in element.elements if child.name == "summary"), None)
    _box(flow, element, "details", summary)


def aside(flow: Flow, element: Element) -> None:
    """A remark beside the text."""
    _box(flow, element, "note")


def _box(flow: Flow, element: Element, kind: str, title: Element | None = None, without: Element | None = None) -> None:
    """A box around the blocks of an element; in a Markdown note its end may come later."""
    if flow.one_line:
        return block(flow, element)
    head = Traced.made(f"/// {kind}")
    if title and (shown := flow.inner(title, one_line=True).line()):
        head += Traced.made(" | ") + shown
    inner = flow.inner(element, nodes=[child for child in element.children if child not in (title, without)])
    flow.block(Line(head, "box"))
    flow.parts += inner.parts
    if element.closed or flow.record.page:
        flow.block(Line(Traced.made("///"), "box"))
    return None


def box_end(flow: Flow, element: Element) -> None:
    """The end of a box that began in an earlier part of a Markdown note."""
    flow.block(*([] if flow.record.page or flow.one_line else [Line(Traced.made("///"), "box")]))


def summary(flow: Flow, element: Element) -> None:
    """A summary whose box is elsewhere, or a term that is defined: strong words on their own."""
    flow.flush()
    flow.run.open("**", Traced.made("**"), Traced.made("**"))
    flow.into(element)
    flow.run.close()
    flow.flush()


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
            lines += [BLANK, *(_indented(line) for line in joined(parts))]
    return flow.block(*lines, tight=True)


def _entries(element: Element) -> Iterator[Node]:
    """The terms and meanings of a list of definitions, those in divisions too."""
    for node in element.children:
        if isinstance(node, Element) and node.name == "div":
            yield from _entries(node)
        else:
            yield node


def callout(flow: Flow, element: Element) -> None:
    """Notion's callout: a box beside whose words a small picture stands."""
    icon = next((child for child in element.elements if _is_icon(child, flow.record.text)), None)
    if icon:
        flow.record.leave_out(icon)
    _box(flow, element, "note", without=icon)


def _is_icon(element: Element, text: str) -> bool:
    names = [name for inner in [element, *element.elements] for name in inner.classes]
    return any("icon" in name for name in names) and len(words(element, text)) <= _ICON


def fold(flow: Flow, element: Element) -> None:
    """Tistory's text behind a button, whose words are the title."""
    title = next((child for child in element.elements if child.name in ("a", "button")), None)
    _box(flow, element, "details", title)


def line_break(flow: Flow, element: Element) -> None:
    """A line end inside a paragraph."""
    flow.run.add("break")


BLOCK_ELEMENTS: dict[str, Callable[[Flow, Element], None]] = {
    **dict.fromkeys(HEADINGS, heading),
    **dict.fromkeys(["ul", "ol", "dir", "menu"], listing),
    **dict.fromkeys(["pre", "listing", "xmp"], preformatted),
    **dict.fromkeys(["br", "/br"], line_break),
    **dict.fromkeys(["/details", "/aside"], box_end),
    **dict.fromkeys(["summary", "dt"], summary),
    "blockquote": quote,
    "li": item,
    "table": table,
    "hr": rule,
    "details": details,
    "dl": definitions,
    "aside": aside,
}
