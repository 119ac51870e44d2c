"""A built page, read as a browser or a crawler reads it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """An element with the language that holds in it and all the text inside."""

    tag: str
    attributes: dict[str, str]
    language: str
    parent: "Element | None" = None
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    def all(self, tag: str, **wanted: str) -> list["Element"]:
        """The elements inside with that tag and these attributes (`class_` finds one class of several)."""
        return [each for each in self.inside() if each.tag == tag and each._has(wanted)]

    def one(self, tag: str, **wanted: str) -> "Element":
        """The only element of that kind."""
        (found,) = self.all(tag, **wanted)
        return found

    def inside(self) -> Iterator["Element"]:
        """Every element inside, in document order."""
        for child in self.children:
            yield child
            yield from child.inside()

    def _has(self, wanted: dict[str, str]) -> bool:
        classes = self.attributes.get("class", "").split()
        return all(
            value in classes if name == "class_" else self.attributes.get(name) == value
            for name, value in wanted.items()
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Element("", {}, "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        new = Element(tag, attributes, attributes.get("lang", self.here.language), self.here)
        self.here.children.append(new)
        if tag not in _VOID:
            self.here = new

    def handle_endtag(self, tag: str) -> None:
        place: Element | None = self.here
        while place and place.tag != tag:
            place = place.parent
        if place and place.parent:
            self.here = place.parent

    def handle_data(self, data: str) -> None:
        place: Element | None = self.here
        while place:
            place.text += data
            place = place.parent


def read_html(page: Path) -> Element:
    """The page's `<html>` element; `page` is its file, or the folder of its index.html."""
    reader = _Reader()
    reader.feed((page / "index.html" if page.is_dir() else page).read_text(encoding="utf-8"))
    return reader.root.one("html")
