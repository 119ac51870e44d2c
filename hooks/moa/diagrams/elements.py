"""A drawing as a tree of elements, each with its place in the file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

from moa.problems import Problem

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
        return on_one_line("".join(part for part in self.content if isinstance(part, str))).strip()

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


def read_element(path: str, text: str) -> Element | Problem:
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


def on_one_line(words: str) -> str:
    """Words with every run of white space as one space."""
    return re.sub(r"\s+", " ", words)


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
