"""Inline elements of HTML: emphasis, links, images, code, formulas."""

import re
from collections.abc import Callable

from moa.importing.html_code import code_lines
from moa.importing.html_flow import Flow
from moa.importing.html_names import BLOCKS, MARKS
from moa.importing.html_tree import Attribute, Element, walk, words
from moa.importing.links import is_safe
from moa.importing.traced import NOTHING, Piece, Traced

_IN_ADDRESS = str.maketrans(
    {" ": "%20", "\t": "%20", "\n": "", "\r": "", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E"}
)
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
_PERMALINKS = frozenset(["", "#", "¶", "§", "🔗", "⚓", "permalink", "링크"])
_DATA = re.compile(r"data:[\w.+-]+/[\w.+-]+", re.IGNORECASE)


def marked(flow: Flow, element: Element) -> None:
    """Emphasis, or a tag that Markdown keeps; in a heading words are strong already."""
    mark = MARKS[element.name]
    if (mark == "**" and flow.in_heading) or (element.name == "sup" and _holds_note(flow, element)):
        flow.into(element)
        return
    closing = f"</{mark[1:]}" if mark.startswith("<") else mark
    flow.run.open(mark, Traced.made(mark), Traced.made(closing))
    flow.into(element)
    flow.run.close()


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
    address = _address(flow.record.text, href)
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


def _holds_note(flow: Flow, element: Element) -> bool:
    return any(inner.get("href").partition("#")[2] in flow.record.notes for inner in element.elements)


def permalink(flow: Flow, element: Element) -> bool:
    """Whether a link in a heading is only the sign that gives its address."""
    if element.name not in ("a", "button"):
        return False
    shown = words(element, flow.record.text).lower()
    return flow.in_heading and shown in _PERMALINKS and not any(inner.name == "img" for inner in walk(element))


def _address(text: str, attribute: Attribute) -> Traced:
    """An address as Markdown may hold it, white space and brackets escaped."""
    value = attribute.value.strip().translate(_IN_ADDRESS).replace("|", "%7C")
    return Traced((Piece(value, attribute.start, attribute.end),))


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
        return _address(flow.record.text, source)
    kept = data[0]
    if flow.record.text.startswith(kept, source.start):
        flow.record.leave(source.start + len(kept), source.end, "image")
        return Traced((Piece(kept, source.start, source.start + len(kept)),))
    flow.record.leave(source.start, source.end, "image")
    return Traced.made(kept)


def code(flow: Flow, element: Element) -> None:
    """A code span, with as many ticks as its content needs; code that holds blocks is no span."""
    if any(inner.name in BLOCKS for inner in walk(element) if inner is not element):
        flow.into(element)
        return
    links = [child for child in element.elements if child.name == "a" and child.get("href")]
    if len(links) == 1 and len(element.children) == 1:
        outer = links[0]
        swapped = Element("code", outer.inner, outer.inner, outer.end, outer.end, {}, outer.children, True)
        link(flow, Element("a", outer.start, outer.inner, outer.end, outer.outer, outer.attributes, [swapped], True))
        return
    span = Traced.join(code_lines(flow.record, element), " ")
    content = span.strip(" \t\r\n")
    if not content:
        return
    if span.text[0] in " \t\r\n":
        flow.run.add("space", Piece(" ", -1, -1))
    flow.run.verbatim(_code_in_cell(content) if flow.one_line and "|" in content.text else _code_span(content))
    if span.text[-1] in " \t\r\n":
        flow.run.add("space", Piece(" ", -1, -1))


def _code_span(content: Traced) -> Traced:
    longest = max((len(run) for run in re.findall("`+", content.text)), default=0)
    ticks = Traced.made("`" * (longest + 1) if longest else "`")
    apart = Traced.made(" " if "`" in (content.text[0], content.text[-1]) else "")
    return ticks + apart + content + apart + ticks


_IN_CODE = re.compile(r"[<>&*_`\\\[\]~!$]")


def _code_in_cell(content: Traced) -> Traced:
    """Code with pipes: readers of tables disagree on ticks there, so it stands in a tag."""
    disarmed = content.sub(_IN_CODE, lambda found: f"&#{ord(found[0])};")
    return Traced.made("<code>") + disarmed + Traced.made("</code>")


def quotation(flow: Flow, element: Element) -> None:
    """Words in quotation marks, which a browser sets."""
    flow.run.verbatim(Traced.made("“"))
    flow.into(element)
    flow.run.verbatim(Traced.made("”"))


def reading(flow: Flow, element: Element) -> None:
    """The reading of a ruby text, in parentheses."""
    flow.run.verbatim(Traced.made("("))
    flow.into(element)
    flow.run.verbatim(Traced.made(")"))


def media(flow: Flow, element: Element) -> None:
    """A film or a sound: a link to its file."""
    found = [inner.attributes["src"] for inner in walk(element) if inner.name != "img" and inner.get("src").strip()]
    if not found or not is_safe(found[0].value):
        flow.into(element)
        return
    flow.record.leave_out(element)
    address = _address(flow.record.text, found[0])
    label = re.sub(r"[\[\]*_`<>]", "", found[0].value.rpartition("/")[2] or found[0].value)
    flow.run.verbatim(Traced.made(f"[{label}](") + address + Traced.made(")"))


def formula(flow: Flow, element: Element) -> bool:
    """Write the TeX that a rendered formula carries; says whether it had some."""
    notes = [inner for inner in walk(element) if inner.name == "annotation" and "tex" in inner.get("encoding").lower()]
    alternative = next((inner.attributes["alttext"] for inner in walk(element) if inner.get("alttext")), None)
    if notes:
        tex = Traced.join(code_lines(flow.record, notes[0]), " ")
    elif alternative:
        tex = Traced((Piece(" ".join(alternative.value.split()), alternative.start, alternative.end),))
    else:
        return False
    flow.record.leave_out(element)
    write_formula(flow, tex, "katex-display" in [name for outer in flow.around for name in outer.classes])
    return True


def write_formula(flow: Flow, tex: Traced, display: bool) -> None:
    """A formula between dollars, on lines of its own where it was set so."""
    dollars = Traced.made("$$" if display and not flow.one_line else "$")
    content = tex.strip(" \n").sub(re.compile(r"<\s?"), lambda _: "\\lt ")
    if not content:
        return
    if len(dollars) == 2:
        flow.flush()
    flow.run.verbatim(dollars + content + dollars)
    if len(dollars) == 2:
        flow.flush()


def tex_script(flow: Flow, element: Element) -> None:
    """TeX that waits in a script for the program that would set it."""
    tex = Traced.raw(flow.record.text[element.inner : element.end], element.inner)
    write_formula(flow, tex.sub(re.compile(r"\s+"), lambda _: " "), "display" in element.get("type"))


SPANS: dict[str, Callable[[Flow, Element], None]] = {
    **dict.fromkeys(MARKS, marked),
    "a": link,
    "img": image,
    "code": code,
    "samp": code,
    "tt": code,
    "q": quotation,
    "rt": reading,
    "video": media,
    "audio": media,
}
