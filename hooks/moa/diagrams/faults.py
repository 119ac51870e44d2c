"""What is wrong with a drawing: what it may not hold, what it lacks, what is not there in every language."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from moa.diagrams.elements import Element

# What drawings may consist of; all else, such as scripts, images, links and colours, has no place in them.
_ELEMENTS = frozenset("title desc defs marker g rect path line polyline polygon circle ellipse text tspan".split())
_ATTRIBUTES = frozenset(
    """id class lang x y width height rx ry cx cy r d points x1 y1 x2 y2 dx dy transform viewBox
    marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient""".split()
)
_ROOT_ATTRIBUTES = frozenset({"xmlns", "viewBox"})
DESCRIBING = ("title", "desc")
WITH_WORDS = frozenset({*DESCRIBING, "text", "tspan"})
_VIEW_BOX = re.compile(r"0 0 [1-9]\d* [1-9]\d*")
_MARKERS = ("marker-start", "marker-mid", "marker-end")
_REFERENCE = re.compile(r"url\(#(?P<id>[\w-]+)\)")

Fault = tuple[Element, str, str]  # where it is, the fact, the way out


def find_faults(root: Element, name: str, languages: Sequence[str]) -> Iterator[Fault]:
    """Every fault of a drawing of that name."""
    yield from _of_root(root, languages)
    yield from _of_ids(root, name)
    yield from _of_references(root)
    for element in root.walk():
        yield from _out_of_place(element, root)
        yield from _of_languages(element, languages)


def _of_root(root: Element, languages: Sequence[str]) -> Iterator[Fault]:
    """Of the outermost element: its size, and what it says of itself."""
    if not _VIEW_BOX.fullmatch(root.attributes.get("viewBox", "")):
        yield root, "the drawing has no size", 'give the svg a viewBox="0 0 WIDTH HEIGHT" in whole numbers'
    for tag in DESCRIBING:
        for language in languages:
            found = root.of(tag, language)
            if len(found) > 1:
                yield found[1], f"this is a second {tag} in '{language}'", "keep one of them"
            elif not found or not found[0].words:
                fact = f"the drawing has no {tag} in '{language}'"
                yield root, fact, f'add <{tag} lang="{language}">…</{tag}> right in the svg'


def _of_ids(root: Element, name: str) -> Iterator[Fault]:
    """Ids that might meet another diagram's on the same page, or that one's own."""
    seen = {f"{name}-{tag}" for tag in DESCRIBING}
    for element in root.walk():
        id_ = element.attributes.get("id")
        if id_ is None:
            continue
        if not re.fullmatch(rf"{re.escape(name)}-[\w-]+", id_):
            yield element, f"the id '{id_}' does not start with the diagram's name", f"call it {name}-…"
        elif id_ in seen:
            yield element, f"the id '{id_}' is taken", "choose another"
        seen.add(id_)


def _of_references(root: Element) -> Iterator[Fault]:
    """References that lead out of the file or nowhere."""
    ids = {element.attributes.get("id") for element in root.walk()}
    for element in root.walk():
        for value in (element.attributes[key] for key in _MARKERS if key in element.attributes):
            found = _REFERENCE.fullmatch(value)
            if not found or found["id"] not in ids:
                yield element, f"'{value}' refers to nothing in this file", "name an id of this file: url(#ID)"


def _out_of_place(element: Element, root: Element) -> Iterator[Fault]:
    """What a drawing may not hold, or may hold elsewhere only."""
    if element is not root and element.tag not in _ELEMENTS:
        yield element, f"<{element.tag}> has no place in a diagram", "draw it with rect, path, text and the like"
        return
    if element.tag in DESCRIBING and element not in root.children:
        yield element, f"this <{element.tag}> describes a part", "put it right in the svg, and describe the whole"
    if element.words and element.tag not in WITH_WORDS:
        yield element, f"these words stand right in <{element.tag}> and are not shown", "put them in a <text>"
    allowed = _ROOT_ATTRIBUTES if element is root else _ATTRIBUTES
    for key in sorted(element.attributes.keys() - allowed):
        yield element, f"'{key}' has no place on <{element.tag}>", "remove it; a class of diagrams.css gives the look"


def _of_languages(element: Element, languages: Sequence[str]) -> Iterator[Fault]:
    """Parts that are not there in every language: one at least in a text, elsewhere as many of each kind."""
    marked = [child for child in element.children if child.language]
    for child in marked:
        if child.language not in languages:
            yield child, f"the book has no language '{child.language}'", f"choose among: {', '.join(languages)}"
        for inner in list(child.walk())[1:]:
            if inner.language:
                yield inner, "this lang stands in an element that has one already", "remove it"
    counts = Counter((child.tag, child.language) for child in marked)
    for tag in sorted({child.tag for child in marked} - set(DESCRIBING)):
        most = max(counts[tag, language] for language in languages)
        for language in languages:
            if counts[tag, language] < (1 if element.tag == "text" else most):
                first = next(child for child in marked if child.tag == tag)
                yield first, f"this <{tag}> is lacking in '{language}'", f'add <{tag} lang="{language}"> beside it'
