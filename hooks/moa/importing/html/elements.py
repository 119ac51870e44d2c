"""What becomes of each element: left out with a class, handed to the one who writes it, or read through."""

from collections.abc import Callable

from moa.importing.draft import Line
from moa.importing.html.blocks import BLOCK_ELEMENTS, preformatted
from moa.importing.html.boxes import callout, fold
from moa.importing.html.flow import Flow, block
from moa.importing.html.formulas import formula, tex_script
from moa.importing.html.links import address_of, permalink
from moa.importing.html.names import ACTING, BLOCKS, CONTROLS, SILENT
from moa.importing.html.spans import SPANS
from moa.importing.html.tree import Element, words
from moa.importing.html.widgets import card, is_backlink, is_widget
from moa.importing.traced import Traced

Handler = Callable[[Flow, Element], None]
HANDLERS: dict[str, Handler] = {**SPANS, **BLOCK_ELEMENTS}
_FORMULAS = frozenset(["katex", "MathJax", "mwe-math-element"])
_PREVIEWS = frozenset(["MathJax_Preview", "MathJax", "MJX_Assistive_MathML", "MathJax_SVG", "MathJax_CHTML"])


def write(flow: Flow, element: Element) -> None:
    """Write one element into a flow."""
    if any(leaves_out(flow, element) for leaves_out in _FILTERS):
        return
    handler = _by_class(element) or HANDLERS.get(element.name)
    if handler:
        handler(flow, element)
    elif element.name in BLOCKS:
        block(flow, element)
    else:
        flow.into(element)


def _silent(flow: Flow, element: Element) -> bool:
    """Leave out what is no part of the text; where it never ends, what follows stays."""
    hides = element.name in SILENT or (element.name in CONTROLS and (flow.record.page or element.name != "button"))
    if element.name == "title":
        flow.record.leave_out(element, "metadata")
    elif (hides and element.closed) or permalink(flow, element) or is_backlink(element, flow.record.text):
        flow.record.leave_out(element)
    else:
        return False
    return True


def _foreign(flow: Flow, element: Element) -> bool:
    """Leave out of a page what is no part of its article; of a card of another page the address stays."""
    if not flow.record.page or not flow.around:
        return False
    if link := card(element):
        _card(flow, element, link)
        return True
    footer = element.name == "footer" and not any(outer.name == "blockquote" for outer in flow.around)
    if not footer and not is_widget(element, flow.around[0], flow.record.text):
        return False
    flow.record.leave_out(element)
    flow.run.space()
    return True


def _acting(flow: Flow, element: Element) -> bool:
    """Leave out what can act, and say so where a reader of the page would have seen it."""
    if element.name not in ACTING:
        return False
    record = flow.record
    if element.name == "script" and element.get("type").startswith("math/tex"):
        tex_script(flow, element)
        return True
    if not record.page or not element.closed or element.name in ("iframe", "object", "embed"):
        source = element.get("src") or element.get("data")
        shown = f"<{element.name}>" + (f" of {source[:100]}" if source else "")
        way_out = "nothing of it reaches a page; link to what it showed"
        if element.name in ("script", "style") and not element.closed:
            way_out = "it never ends, so everything after it was taken for a part of it: close it"
        record.remark(element.start, f"{shown} was left out, since it can act", way_out)
    if element.closed:
        record.leave_out(element, "unsafe")
        return True
    record.leave(element.start, element.inner, "unsafe")
    return False


def _check_box(flow: Flow, element: Element) -> bool:
    """A box to tick at the start of an item is Markdown's own; any other field is left out."""
    if element.name != "input":
        return False
    flow.record.leave_out(element)
    if element.get("type").lower() == "checkbox" and any(outer.name == "li" for outer in flow.around):
        flow.run.verbatim(Traced.made("[x]" if "checked" in element.attributes else "[ ]"))
        flow.run.space()
    return True


def _notion_check_box(flow: Flow, element: Element) -> None:
    flow.run.verbatim(Traced.made("[x]" if "checkbox-on" in element.classes else "[ ]"))
    flow.run.space()


def _card(flow: Flow, element: Element, link: Element) -> None:
    """A card of another page: its address stays, the summary a program made of that page does not."""
    flow.record.leave_out(element)
    content = Traced.made("<") + address_of(link.attributes["href"]) + Traced.made(">")
    if flow.one_line:
        flow.run.verbatim(content)
    else:
        flow.block(Line(content))


def _formula(flow: Flow, element: Element) -> bool:
    if element.name == "math" or _FORMULAS.intersection(element.classes):
        if formula(flow, element):
            return True
        if _PREVIEWS.intersection(element.classes) and not words(element, flow.record.text):
            return True
    if _PREVIEWS.intersection(element.classes):  # what a program drew for a formula whose TeX is in a script
        flow.record.leave_out(element)
        return True
    return False


_FILTERS = (_acting, _check_box, _silent, _foreign, _formula)


def _by_class(element: Element) -> Handler | None:
    """The handler for what only its class tells: code, boxes and ticks of some editors."""
    names = element.classes
    if element.name in ("div", "td") and "__se_code_view" in names:
        return preformatted
    if "callout" in names and element.name in ("figure", "div", "aside"):
        return callout
    if element.get("data-ke-type") == "moreLess":
        return fold
    if element.name == "div" and "checkbox" in names and not element.children:
        return _notion_check_box
    if element.name == "code" and any(child.name in ("br", "/br") for child in element.elements):
        return preformatted
    return None
