"""The notes against the topics, drawn: one row a topic, one column a note, one mark a section, each a link."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, tostring

LABELS, COLUMN, ROW, HEAD, RADIUS = 190, 34, 24, 30, 4.5  # in units of the drawing; a letter is 12 high

_LINK = "xlink:href"  # Material rewrites the plain `href` of every element as if all were HTML, and fails on SVG


@dataclass(frozen=True)
class Mark:
    """A section in a cell: its fate (kept, added, folded), where it leads, and what a reader is told of it.

    `hreflang` is the language of what it leads to, empty where that is the page's own.
    """

    fate: str
    href: str
    title: str
    hreflang: str = ""


@dataclass(frozen=True)
class Row:
    """A topic under the page that tells it: words, where they lead, and the marks of each note."""

    page: str
    label: str
    href: str
    language: str
    cells: tuple[tuple[Mark, ...], ...]
    hreflang: str = ""


def chart(title: str, description: str, columns: Sequence[tuple[str, str]], rows: Sequence[Row]) -> str:
    """The drawing as inline SVG; `columns` are words and hints of the notes."""
    pages = [(page, list(group)) for page, group in groupby(rows, key=lambda row: row.page)]
    height = HEAD + ROW * len(rows) + HEAD * len(pages)
    width = LABELS + COLUMN * len(columns)
    svg = Element(
        "svg",
        {
            "viewBox": f"0 0 {width} {height}",
            "width": str(width),
            "role": "group",
            "aria-labelledby": "moa-chart-title moa-chart-text",
        },
    )
    SubElement(svg, "title", {"id": "moa-chart-title"}).text = title
    SubElement(svg, "desc", {"id": "moa-chart-text"}).text = description
    for number, (words, hint) in enumerate(columns):
        head = _text(svg, _x(number), 18, words, "moa-chart__note")
        SubElement(head, "title").text = hint
    y = float(HEAD)
    for page, group in pages:
        _text(svg, 0, y + 20, page, "moa-chart__page", lang=group[0].language)
        y += HEAD
        for row in group:
            _row(svg, row, y)
            y += ROW
    return tostring(svg, encoding="unicode")


def marked(fate: str) -> str:
    """A mark alone, for the legend."""
    svg = Element("svg", {"viewBox": "-7 -7 14 14", "class": "moa-chart__key", "aria-hidden": "true"})
    _draw(svg, fate, 0, 0)
    return tostring(svg, encoding="unicode")


def _row(svg: Element, row: Row, y: float) -> None:
    SubElement(svg, "path", {"d": f"M0 {y + ROW}H{LABELS + COLUMN * len(row.cells)}", "class": "moa-chart__line"})
    link = SubElement(svg, "a", _link(row.href, hreflang=row.hreflang))
    _text(link, 8, y + 16, row.label, "moa-chart__topic", lang=row.language)
    for number, marks in enumerate(row.cells):
        for mark, x in zip(marks, _beside(len(marks), _x(number)), strict=True):
            cell = SubElement(
                svg, "a", _link(mark.href, **{"class": f"moa-chart__{mark.fate}", "hreflang": mark.hreflang})
            )
            SubElement(cell, "title").text = mark.title
            # A target larger than the mark, for fingers.
            SubElement(cell, "rect", {"x": f"{x - 9:g}", "y": f"{y:g}", "width": "18", "height": str(ROW)})
            _draw(cell, mark.fate, x, y + ROW / 2)


def _link(href: str, **attributes: str) -> dict[str, str]:
    return {_LINK: href, **{name: value for name, value in attributes.items() if value}}


def _draw(parent: Element, fate: str, x: float, y: float) -> None:
    place = {"cx": f"{x:g}", "cy": f"{y:g}", "r": f"{RADIUS:g}"}
    SubElement(parent, "circle", {**place, "class": f"moa-mark moa-mark--{fate}"})
    if fate == "added":
        SubElement(parent, "path", {"d": f"M{x - 3:g} {y:g}h6M{x:g} {y - 3:g}v6", "class": "moa-mark__plus"})


def _text(parent: Element, x: float, y: float, words: str, style: str, **attributes: str) -> Element:
    given = {name: value for name, value in attributes.items() if value}
    text = SubElement(parent, "text", {"x": f"{x:g}", "y": f"{y:g}", "class": style, **given})
    text.text = words
    return text


def _x(column: int) -> float:
    return LABELS + COLUMN * (column + 0.5)


def _beside(count: int, middle: float) -> Iterator[float]:
    gap = 13 if count < 3 else 11
    return (middle + gap * (number - (count - 1) / 2) for number in range(count))
