"""Links of HTML: safe ones keep their address, those to footnotes become Markdown's own."""

from moa.importing.addresses import is_safe
from moa.importing.html.attributes import Attribute
from moa.importing.html.flow import Flow
from moa.importing.html.tree import Element, walk, words
from moa.importing.traced import Piece, Traced

_IN_ADDRESS = str.maketrans(
    {" ": "%20", "\t": "%20", "\n": "", "\r": "", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E"}
)
_PERMALINKS = frozenset(["", "#", "¶", "§", "🔗", "⚓", "permalink", "링크"])


def link(flow: Flow, element: Element) -> None:
    """A link whose address cannot act; else its words alone."""
    href = element.attributes.get("href")
    inside_link = any(outer.name == "a" for outer in flow.around)
    if href is None or not href.value.strip() or inside_link or not _leads(flow, element, href):
        flow.into(element)
        return
    if note := _footnote(flow, element, href.value):
        flow.run.verbatim(note)
        return
    address = address_of(href)
    closing = Traced.made("](") + address + Traced.made(")")
    flow.run.open(closing.text, Traced.made("["), closing)
    flow.into(element)
    flow.run.close()


def _leads(flow: Flow, element: Element, href: Attribute) -> bool:
    if not is_safe(href.value):
        flow.record.leave(href.whole, href.outer, "unsafe")
        flow.record.remark(href.whole, "a link that would act was refused", "its words are kept")
        return False
    return not (flow.in_heading and href.value.startswith("#"))


def _footnote(flow: Flow, element: Element, href: str) -> Traced | None:
    """A reference to a footnote of the page, as Markdown writes it."""
    page, _, target = href.partition("#")
    if target not in flow.record.notes or page not in ("", flow.record.address):
        return None
    flow.record.leave_out(element)
    return Traced.made(f"[^{flow.record.notes[target]}]")


def holds_note(flow: Flow, element: Element) -> bool:
    """Whether an element is there to hold a reference to a footnote."""
    return any(inner.get("href").partition("#")[2] in flow.record.notes for inner in element.elements)


def permalink(flow: Flow, element: Element) -> bool:
    """Whether a link in a heading is only the sign that gives its address."""
    if element.name not in ("a", "button"):
        return False
    shown = words(element, flow.record.text).lower()
    return flow.in_heading and shown in _PERMALINKS and not any(inner.name == "img" for inner in walk(element))


def address_of(attribute: Attribute) -> Traced:
    """An address as Markdown may hold it, white space and brackets escaped."""
    value = attribute.value.strip().translate(_IN_ADDRESS).replace("|", "%7C")
    return Traced((Piece(value, attribute.start, attribute.end),))
