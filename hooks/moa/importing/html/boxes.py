"""Boxes: details, asides, and what editors have instead of them."""

from moa.importing.draft import Line
from moa.importing.html.flow import Flow, block
from moa.importing.html.tree import Element, words
from moa.importing.traced import Traced

_ICON = 4  # characters of a picture sign before a box's words, at most


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
