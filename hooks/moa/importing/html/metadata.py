"""What a saved page tells of itself."""

from collections.abc import Iterator
from typing import Any

from moa.importing.html.attributes import Attribute
from moa.importing.html.record import Record
from moa.importing.html.tree import Element, walk, words

_META: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title"),
    "author": ("author", "article:author", "og:article:author", "og:author", "by", "dc.creator"),
    "date": ("article:published_time", "date", "dc.date", "datepublished", "article:published", "og:regdate"),
    "address": ("og:url",),
}
_KNOWN = {name: key for key, names in _META.items() for name in names}


def metadata(record: Record, root: Element, chosen: Element) -> dict[str, Any]:
    """What the page tells of itself: title, author, date, address, licence; its places are noted as metadata."""
    learnt: dict[str, list[tuple[int, str]]] = {}
    inside = {id(element) for element in walk(chosen)}
    drawn = {id(inner) for element in walk(root) if element.name == "svg" for inner in element.elements}
    for element in walk(root):
        if id(element) in drawn:
            continue
        for key, rank, value, place in _facts(element, record.text, id(element) in inside):
            shown = " ".join(value.split())
            if shown and not (key == "author" and "://" in shown):
                learnt.setdefault(key, []).append((rank, shown))
                if id(element) not in inside:
                    record.leave(*place, "metadata")
    return {key: min(values, key=lambda value: value[0])[1] for key, values in sorted(learnt.items())}


Fact = tuple[str, int, str, tuple[int, int]]


def _facts(element: Element, text: str, inside: bool) -> Iterator[Fact]:
    """What one element tells: the key, its rank among others that tell the same, the value and its place."""
    if element.name == "meta":
        yield from _of_meta(element)
    elif element.name == "link" and element.get("rel").lower() == "canonical":
        yield from _of_attribute(element.attributes.get("href"), "address", 0)
    elif element.name in ("a", "link") and "license" in element.get("rel").lower().split():
        yield from _of_attribute(element.attributes.get("href"), "licence", 0)
    elif element.name == "time" and not inside:
        value = element.get("datetime") or words(element, text)
        yield "date", 5, value, (element.start, element.outer)
    elif element.name == "title":
        yield "title", 5, words(element, text), (element.inner, element.end)
    elif element.name == "h1":
        yield "title", 2 if inside else 3, words(element, text), (element.inner, element.end)
    elif not inside and ("author" in element.get("rel").split() or element.get("itemprop") == "author"):
        yield "author", 4, words(element, text), (element.inner, element.end)


def _of_meta(element: Element) -> Iterator[Fact]:
    name = (element.get("property") or element.get("name") or element.get("itemprop")).lower()
    if name in _KNOWN:
        key = _KNOWN[name]
        yield from _of_attribute(element.attributes.get("content"), key, _META[key].index(name))


def _of_attribute(attribute: Attribute | None, key: str, rank: int) -> Iterator[Fact]:
    if attribute:
        yield (
            key,
            rank + (1 if key == "address" and rank == 0 else 0),
            attribute.value,
            (attribute.start, attribute.end),
        )
