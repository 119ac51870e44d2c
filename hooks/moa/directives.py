"""`::: NAME TARGET`, on a line of its own: where a page takes in something that is written elsewhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from moa.code_lines import code_lines, html_lines

_LINE = re.compile(r"^(?P<lead>[ \t>*+-]*(?:\d+[.)][ \t]+)?):::[ \t]*(?P<name>[a-z]+)\b[ \t]*(?P<target>.*?)[ \t]*$")


@dataclass(frozen=True)
class Directive:
    """A line that takes something in; `line` counts from 1 in the text that was read.

    One that stands in a list, a quote or raw HTML is `misplaced` and not obeyed.
    """

    name: str
    target: str
    line: int
    misplaced: bool = False

    @property
    def is_well_formed(self) -> bool:
        """Whether it names one thing and stands at the start of its line."""
        return not self.misplaced and bool(self.target) and not re.search(r"\s", self.target)


def find_directives(text: str) -> tuple[Directive, ...]:
    """The directives of a text, of any name, outside code."""
    if ":::" not in text:
        return ()
    lines = text.split("\n")
    found = [(number, match) for number, line in enumerate(lines) if (match := _LINE.match(line))]
    code, html = (code_lines(text), html_lines(text)) if found else (set[int](), set[int]())
    return tuple(
        Directive(match["name"], match["target"], number + 1, bool(match["lead"]) or number in html)
        for number, match in found
        if number not in code
    )


def replaced(text: str, directives: Iterable[Directive], shown: Iterable[str]) -> str:
    """The text with each of these lines replaced by what it shows, as a paragraph of its own."""
    lines = text.split("\n")
    for directive, words in zip(directives, shown, strict=True):
        before, after = lines[: directive.line - 1][-1:], lines[directive.line :][:1]
        lines[directive.line - 1] = "\n" * any(before) + words + "\n" * any(after)
    return "\n".join(lines)
