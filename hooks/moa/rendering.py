"""What readers get of a page: Python-Markdown's HTML, read back into headings and elements."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

import markdown

from moa.markdown import EXTENSIONS

_HEADINGS = {f"h{level}": level for level in range(1, 7)}

_CONTAINERS = frozenset({"blockquote", "dd", "details", "div", "dl", "li", "ol", "table", "td", "th", "ul"})


@dataclass(frozen=True)
class Element:
    """An element's start tag, names in lower case; `nested` says that it stands in a list, a quote or a block."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    nested: bool = False

    def get(self, name: str) -> str:
        """The attribute's value, empty where it has none."""
        return dict(self.attributes).get(name, "")


@dataclass(frozen=True)
class Rendered:
    """The elements of a page in their order."""

    elements: tuple[Element, ...]

    @property
    def headings(self) -> tuple[tuple[int, str, bool], ...]:
        """Level, id and whether it is nested, of every heading."""
        found = (each for each in self.elements if each.tag in _HEADINGS)
        return tuple((_HEADINGS[each.tag], each.get("id"), each.nested) for each in found)


def renderer() -> markdown.Markdown:
    """Python-Markdown as the site sets it up; reset between pages by `render`."""
    return markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=EXTENSIONS)


def render(text: str, markdown_: markdown.Markdown) -> Rendered | None:
    """A page as rendered, or None where the renderer itself gives up on it."""
    try:
        html = markdown_.reset().convert(text)
    except Exception:  # third-party extensions fail in ways of their own on hostile texts; the caller reports it
        return None
    return Rendered(tuple(_elements(html)))


def _elements(html: str) -> Iterator[Element]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return iter(reader.found)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []
        self._open = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(Element(tag, tuple((name, value or "") for name, value in attrs), self._open > 0))
        self._open += tag in _CONTAINERS

    def handle_endtag(self, tag: str) -> None:
        self._open -= tag in _CONTAINERS and self._open > 0
