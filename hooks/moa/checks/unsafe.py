"""What would act in a reader's browser, or ask another host: scripts, event handlers, addresses that run."""

import html
import re
from collections.abc import Iterator

from moa.book import Book
from moa.problems import Problem
from moa.reading import Reading
from moa.rendering import Element

ACTING = frozenset({"script", "iframe", "frame", "object", "embed", "applet", "base", "meta", "link", "style", "form"})
CONTROLS = frozenset({"button", "select", "textarea"})
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
LEADING = frozenset({"href", "xlink:href", "action", "formaction", "cite"})
LOADING = frozenset({"src", "srcset", "poster", "background", "data", "lowsrc"})
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028\u2029\ufeff]+")
_STYLE = re.compile(r"url\s*\(|expression\s*\(|@import|javascript:|\\", re.I)


def check(reading: Reading, _book: Book) -> Iterator[Problem]:
    """Elements, attributes and addresses that act, as they are in the HTML that readers get."""
    for element in reading.rendered.elements if reading.rendered else ():
        if element.tag in ACTING or element.tag in CONTROLS or _is_control(element):
            yield _at(reading, f"<{element.tag}", f"<{element.tag}> can act in a reader's browser", "remove it")
        for name, value in element.attributes:
            for fact, way_out in _attribute_faults(element.tag, name, value):
                yield _at(reading, name if name.startswith("on") else value, fact, way_out)


def _is_control(element: Element) -> bool:
    return element.tag == "input" and element.get("type") != "checkbox"


def _attribute_faults(tag: str, name: str, value: str) -> Iterator[tuple[str, str]]:
    address = _INVISIBLE.sub("", html.unescape(value)).lower()
    found = _SCHEME.match(address)
    scheme = found[0] if found else ""
    if name.startswith("on"):
        yield f"the attribute '{name}' runs a script", "remove it"
    elif name == "srcdoc":
        yield "the attribute 'srcdoc' holds a page of its own", "remove it"
    elif name == "style" and _STYLE.search(html.unescape(value)):
        yield "this style loads or runs something", "remove it"
    elif name in LEADING and scheme and scheme not in SCHEMES:
        yield f"the address '{_short(value)}' is not one that a page may lead to", "use an https address"
    elif name in LOADING and (scheme or address.startswith("//")) and not _is_inline_image(tag, address):
        yield f"<{tag}> asks another host for '{_short(value)}'", "keep the file in docs/assets and point there"


def _is_inline_image(tag: str, address: str) -> bool:
    return tag == "img" and re.match(r"data:image/(png|jpeg|gif|webp)[;,]", address) is not None


def _short(value: str) -> str:
    return value if len(value) <= 40 else f"{value[:39]}…"


def _at(reading: Reading, culprit: str, fact: str, way_out: str) -> Problem:
    wanted = re.compile(re.escape(culprit), re.I)
    # Masked text first, so that the same words in code are not blamed; then as written (a link in a heading, say).
    found = wanted.search(reading.masked) or wanted.search(reading.text)
    if found:
        return reading.problem(found.start(), fact, way_out)
    disguised = (link.offset for link in reading.links if html.unescape(link.target) == html.unescape(culprit))
    offset = next(disguised, None)
    return reading.at_line(0, fact, way_out) if offset is None else reading.problem(offset, fact, way_out)
