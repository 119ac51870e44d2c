"""Block elements of HTML: headings, quotes, code, tables, rules; who writes each element that makes a block."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from moa.importing.draft import Line
from moa.importing.html.boxes import aside, box_end, details, summary
from moa.importing.html.code import fence
from moa.importing.html.flow import Flow, block, joined
from moa.importing.html.gutters import code_cell, is_numbered
from moa.importing.html.lists import definitions, item, listing
from moa.importing.html.names import HEADINGS, TABLE_PARTS
from moa.importing.html.tables import grid, is_layout, own, pipe_table
from moa.importing.html.tree import Element, Node
from moa.importing.traced import Traced

_CLOSING_SIGNS = re.compile(r"#+$")


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
