"""Inline elements of HTML: emphasis and quotation; who writes each element that stands in a line."""

from collections.abc import Callable

from moa.importing.html.code_spans import code
from moa.importing.html.flow import Flow
from moa.importing.html.images import image, media
from moa.importing.html.links import holds_note, link
from moa.importing.html.names import MARKS
from moa.importing.html.tree import Element
from moa.importing.traced import Traced


def marked(flow: Flow, element: Element) -> None:
    """Emphasis, or a tag that Markdown keeps; in a heading words are strong already."""
    mark = MARKS[element.name]
    if (mark == "**" and flow.in_heading) or (element.name == "sup" and holds_note(flow, element)):
        flow.into(element)
        return
    closing = f"</{mark[1:]}" if mark.startswith("<") else mark
    flow.run.open(mark, Traced.made(mark), Traced.made(closing))
    flow.into(element)
    flow.run.close()


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
