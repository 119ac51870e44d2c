"""Diagrams: an SVG file that holds the words of every language, and the figure that one language makes of it."""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import basename
from typing import Any
from xml.parsers import expat

from moa.problems import Problem

# What drawings may consist of; all else, such as scripts, images, links and colours, has no place in them.
_ELEMENTS = frozenset("title desc defs marker g rect path line polyline polygon circle ellipse text tspan".split())
_ATTRIBUTES = frozenset(
    """id class lang x y width height rx ry cx cy r d points x1 y1 x2 y2 dx dy transform viewBox
    marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient""".split()
)
_ROOT_ATTRIBUTES = frozenset({"xmlns", "viewBox"})
_NAMESPACE = "http://www.w3.org/2000/svg"
_DESCRIBING = ("title", "desc")
_WITH_WORDS = frozenset({*_DESCRIBING, "text", "tspan"})
_VIEW_BOX = re.compile(r"0 0 [1-9]\d* [1-9]\d*")
_MARKERS = ("marker-start", "marker-mid", "marker-end")
_REFERENCE = re.compile(r"url\(#(?P<id>[\w-]+)\)")
_DEEPEST = 20


@dataclass(frozen=True)
class Element:
    """An element of a drawing: what it holds in order, elements and words, and its place in the file, from 1."""

    tag: str
    attributes: Mapping[str, str]
    content: tuple["Element | str", ...]
    line: int
    column: int

    @property
    def children(self) -> tuple["Element", ...]:
        """The elements right in it."""
        return tuple(part for part in self.content if isinstance(part, Element))

    @property
    def words(self) -> str:
        """The words right in it, on one line."""
        return _on_one_line("".join(part for part in self.content if isinstance(part, str))).strip()

    @property
    def language(self) -> str:
        """The one language that it is for, empty where it is for all."""
        return self.attributes.get("lang", "")

    def is_for(self, language: str) -> bool:
        """Whether a language shows it."""
        return self.language in ("", language)

    def walk(self) -> Iterator["Element"]:
        """Itself and all that is in it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()

    def of(self, tag: str, language: str) -> list["Element"]:
        """The elements of a tag right in it that a language shows."""
        return [child for child in self.children if child.tag == tag and child.is_for(language)]


@dataclass(frozen=True)
class Diagram:
    """A drawing without faults; its name is that of its file, without the ending."""

    name: str
    root: Element

    def figure(self, language: str) -> str:
        """The HTML of the figure in a language, on one line; a style sheet gives it colours and size."""
        named = f'role="img" aria-labelledby="{self.name}-title {self.name}-desc"'
        drawn = "".join(self._drawn(child, language) for child in self.root.children if child.is_for(language))
        svg = f'<svg class="moa-diagram" viewBox="{self.root.attributes["viewBox"]}" {named}>{drawn}</svg>'
        caption = html.escape(self.root.of("title", language)[0].words, quote=False)
        return f'<figure class="moa-figure">{svg}<figcaption>{caption}</figcaption></figure>'

    def _drawn(self, element: Element, language: str) -> str:
        attributes = {key: value for key, value in element.attributes.items() if key != "lang"}
        if element.tag in _DESCRIBING:
            attributes["id"] = f"{self.name}-{element.tag}"
        opening = "".join(f' {key}="{html.escape(_on_one_line(value))}"' for key, value in attributes.items())
        content = "".join(
            html.escape(_on_one_line(part), quote=False) if isinstance(part, str) else self._drawn(part, language)
            for part in element.content
            if (element.tag in _WITH_WORDS if isinstance(part, str) else part.is_for(language))
        )
        # A search takes the words in one go: those of two texts must not run together.
        end = " " if element.tag in _WITH_WORDS - {"tspan"} else ""
        return f"<{element.tag}{opening}>{content.strip()}</{element.tag}>{end}"


def read_diagram(path: str, text: str, languages: Sequence[str]) -> tuple[Diagram | None, list[Problem]]:
    """The diagram in a file, None where it has faults, and these faults with their places."""
    root = _parsed(path, text)
    if isinstance(root, Problem):
        return None, [root]
    if root.tag != "svg" or root.attributes.get("xmlns") != _NAMESPACE:
        way_out = f'begin it with <svg xmlns="{_NAMESPACE}" viewBox="0 0 360 …">'
        return None, [Problem(path, root.line, root.column, "this is not an SVG drawing", way_out)]
    name = basename(path).removesuffix(".svg")
    faults = [*_of_root(root, languages), *_of_ids(root, name), *_of_references(root)]
    for element in root.walk():
        faults += [*_out_of_place(element, root), *_of_languages(element, languages)]
    problems = sorted({Problem(path, at.line, at.column, fact, way_out) for at, fact, way_out in faults})
    return (None if problems else Diagram(name, root)), problems


_Fault = tuple[Element, str, str]  # where it is, the fact, the way out


def _of_root(root: Element, languages: Sequence[str]) -> Iterator[_Fault]:
    """Of the outermost element: its size, and what it says of itself."""
    if not _VIEW_BOX.fullmatch(root.attributes.get("viewBox", "")):
        yield root, "the drawing has no size", 'give the svg a viewBox="0 0 WIDTH HEIGHT" in whole numbers'
    for tag in _DESCRIBING:
        for language in languages:
            found = root.of(tag, language)
            if len(found) > 1:
                yield found[1], f"this is a second {tag} in '{language}'", "keep one of them"
            elif not found or not found[0].words:
                fact = f"the drawing has no {tag} in '{language}'"
                yield root, fact, f'add <{tag} lang="{language}">…</{tag}> right in the svg'


def _of_ids(root: Element, name: str) -> Iterator[_Fault]:
    """Ids that might meet another diagram's on the same page, or that one's own."""
    seen = {f"{name}-{tag}" for tag in _DESCRIBING}
    for element in root.walk():
        id_ = element.attributes.get("id")
        if id_ is None:
            continue
        if not re.fullmatch(rf"{re.escape(name)}-[\w-]+", id_):
            yield element, f"the id '{id_}' does not start with the diagram's name", f"call it {name}-…"
        elif id_ in seen:
            yield element, f"the id '{id_}' is taken", "choose another"
        seen.add(id_)


def _of_references(root: Element) -> Iterator[_Fault]:
    """References that lead out of the file or nowhere."""
    ids = {element.attributes.get("id") for element in root.walk()}
    for element in root.walk():
        for value in (element.attributes[key] for key in _MARKERS if key in element.attributes):
            found = _REFERENCE.fullmatch(value)
            if not found or found["id"] not in ids:
                yield element, f"'{value}' refers to nothing in this file", "name an id of this file: url(#ID)"


def _out_of_place(element: Element, root: Element) -> Iterator[_Fault]:
    """What a drawing may not hold, or may hold elsewhere only."""
    if element is not root and element.tag not in _ELEMENTS:
        yield element, f"<{element.tag}> has no place in a diagram", "draw it with rect, path, text and the like"
        return
    if element.tag in _DESCRIBING and element not in root.children:
        yield element, f"this <{element.tag}> describes a part", "put it right in the svg, and describe the whole"
    if element.words and element.tag not in _WITH_WORDS:
        yield element, f"these words stand right in <{element.tag}> and are not shown", "put them in a <text>"
    allowed = _ROOT_ATTRIBUTES if element is root else _ATTRIBUTES
    for key in sorted(element.attributes.keys() - allowed):
        yield element, f"'{key}' has no place on <{element.tag}>", "remove it; a class of diagrams.css gives the look"


def _of_languages(element: Element, languages: Sequence[str]) -> Iterator[_Fault]:
    """Parts that are not there in every language: one at least in a text, elsewhere as many of each kind."""
    marked = [child for child in element.children if child.language]
    for child in marked:
        if child.language not in languages:
            yield child, f"the book has no language '{child.language}'", f"choose among: {', '.join(languages)}"
        for inner in list(child.walk())[1:]:
            if inner.language:
                yield inner, "this lang stands in an element that has one already", "remove it"
    counts = Counter((child.tag, child.language) for child in marked)
    for tag in sorted({child.tag for child in marked} - set(_DESCRIBING)):
        most = max(counts[tag, language] for language in languages)
        for language in languages:
            if counts[tag, language] < (1 if element.tag == "text" else most):
                first = next(child for child in marked if child.tag == tag)
                yield first, f"this <{tag}> is lacking in '{language}'", f'add <{tag} lang="{language}"> beside it'


class _RefusedError(Exception):
    """Something no drawing needs, after which the file is not read further: the fact and the way out."""


class _Builder:
    """Builds elements from what expat reads."""

    def __init__(self) -> None:
        self.parser: Any = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = lambda words: self._open[-1].append(words)
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.ProcessingInstructionHandler = self._refuse
        self._open: list[list[Element | str]] = [[]]  # what each element holds that is not closed yet
        self._starts: list[tuple[Mapping[str, str], int, int]] = []

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of what is being read."""
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    @property
    def root(self) -> Element:
        """The outermost element, once all is read."""
        return next(part for part in self._open[0] if isinstance(part, Element))

    def _start(self, _tag: str, attributes: Mapping[str, str]) -> None:
        if len(self._starts) == _DEEPEST:
            raise _RefusedError("the elements are nested too deeply", f"nest {_DEEPEST} at most")
        self._open.append([])
        self._starts.append((attributes, *self.place))

    def _end(self, tag: str) -> None:
        attributes, line, column = self._starts.pop()
        content = tuple(self._open.pop())
        self._open[-1].append(Element(tag, attributes, content, line, column))

    def _refuse(self, *_: object) -> None:
        raise _RefusedError("a DOCTYPE or a processing instruction has no place in a diagram", "remove it")


def _parsed(path: str, text: str) -> Element | Problem:
    """The outermost element of a file, or why there is none."""
    builder = _Builder()
    try:
        builder.parser.Parse(text, True)
    except expat.ExpatError as error:
        fact = f"this is not well-formed XML: {expat.ErrorString(error.code)}"
        return Problem(path, error.lineno, error.offset + 1, fact, "mend it here or shortly before")
    except _RefusedError as refused:
        return Problem(path, *builder.place, *refused.args)
    return builder.root


def _on_one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words)
