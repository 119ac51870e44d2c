"""Formulas that a page rendered, back as the TeX they carry."""

import re

from moa.importing.html.code import code_lines
from moa.importing.html.flow import Flow
from moa.importing.html.tree import Element, walk
from moa.importing.traced import Piece, Traced


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
