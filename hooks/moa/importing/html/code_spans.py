"""Code within a line."""

import re

from moa.importing.html.code import code_lines
from moa.importing.html.flow import Flow
from moa.importing.html.links import link
from moa.importing.html.names import BLOCKS, CELL
from moa.importing.html.tree import Element, walk
from moa.importing.traced import Traced

_SPACE = " \t\r\n"
_IN_CODE = re.compile(r"[<>&*_`\\\[\]~!$]")


def code(flow: Flow, element: Element) -> None:
    """A code span, with as many ticks as its content needs; code that holds blocks is no span."""
    if any(inner.name in BLOCKS for inner in walk(element) if inner is not element):
        return flow.into(element)
    only = element.elements[0] if len(element.children) == len(element.elements) == 1 else None
    if only and only.name == "a" and only.get("href"):
        return link(flow, _inside_out(only))
    span = Traced.join(code_lines(flow.record, element), " ")
    content = span.strip(_SPACE)
    if not content:
        return None
    if span.text[0] in _SPACE:
        flow.run.space()
    in_cell = any(outer.name in CELL for outer in flow.around)
    flow.run.verbatim(_code_in_cell(content) if in_cell and "|" in content.text else _code_span(content))
    if span.text[-1] in _SPACE:
        flow.run.space()
    return None


def _inside_out(link: Element) -> Element:
    """The link of `<code><a>…</a></code>` around the code, as Markdown wants it."""
    code = Element("code", link.inner, link.inner, link.end, link.end, {}, link.children, True)
    return Element("a", link.start, link.inner, link.end, link.outer, link.attributes, [code], True)


def _code_span(content: Traced) -> Traced:
    longest = max((len(run) for run in re.findall("`+", content.text)), default=0)
    ticks = Traced.made("`" * (longest + 1) if longest else "`")
    apart = Traced.made(" " if "`" in (content.text[0], content.text[-1]) else "")
    return ticks + apart + content + apart + ticks


def _code_in_cell(content: Traced) -> Traced:
    """Code with pipes: readers of tables disagree on ticks there, so it stands in a tag."""
    disarmed = content.sub(_IN_CODE, lambda found: f"&#{ord(found[0])};")
    return Traced.made("<code>") + disarmed + Traced.made("</code>")
