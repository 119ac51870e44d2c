"""Images, films and sounds of HTML, by where they are."""

import re

from moa.importing.addresses import is_safe
from moa.importing.html.attributes import Attribute
from moa.importing.html.flow import Flow
from moa.importing.html.links import address_of
from moa.importing.html.tree import Element, walk
from moa.importing.traced import NOTHING, Piece, Traced

_IN_WORDS = {
    "[": "\\[",
    "]": "\\]",
    "<": "&lt;",
    ">": "&gt;",
    "`": "\\`",
    "*": "\\*",
    "_": "\\_",
    "\n": " ",
    "|": "&#124;",
}
_SOURCES = ("data-src", "data-lazy-src", "data-original", "data-lazysrc", "data-actualsrc", "src")
_DATA = re.compile(r"data:[\w.+-]+/[\w.+-]+", re.IGNORECASE)


def image(flow: Flow, element: Element) -> None:
    """An image by its address; one that came inside the page keeps its type and loses its data."""
    alt = element.attributes.get("alt")
    shown = NOTHING
    if alt and alt.value.strip():
        value = " ".join(alt.value.split())
        shown = Traced((Piece("".join(_IN_WORDS.get(letter, letter) for letter in value), alt.start, alt.end),))
    source = _source(element)
    if source and not (_DATA.match(source.value.strip()) or is_safe(source.value)):
        flow.record.leave(source.whole, source.outer, "unsafe")
        flow.record.remark(source.whole, "an image whose address would act was refused", "its words are kept")
        source = None
    if source is None:
        if shown:
            flow.run.verbatim(shown)
        return
    flow.run.verbatim(Traced.made("![") + shown + Traced.made("](") + _image_address(flow, source) + Traced.made(")"))


def _source(element: Element) -> Attribute | None:
    """Where an image is: the address that a page fetches later counts more than the one shown meanwhile."""
    found = [element.attributes[name] for name in _SOURCES if element.get(name).strip()]
    return next((source for source in found if not source.value.startswith("data:")), found[0] if found else None)


def _image_address(flow: Flow, source: Attribute) -> Traced:
    data = _DATA.match(source.value.strip())
    if not data:
        return address_of(source)
    kept = data[0]
    if flow.record.text.startswith(kept, source.start):
        flow.record.leave(source.start + len(kept), source.end, "image")
        return Traced((Piece(kept, source.start, source.start + len(kept)),))
    flow.record.leave(source.start, source.end, "image")
    return Traced.made(kept)


def media(flow: Flow, element: Element) -> None:
    """A film or a sound: a link to its file."""
    found = [inner.attributes["src"] for inner in walk(element) if inner.name != "img" and inner.get("src").strip()]
    if not found or not is_safe(found[0].value):
        flow.into(element)
        return
    flow.record.leave_out(element)
    address = address_of(found[0])
    label = re.sub(r"[\[\]*_`<>]", "", found[0].value.rpartition("/")[2] or found[0].value)
    flow.run.verbatim(Traced.made(f"[{label}](") + address + Traced.made(")"))
