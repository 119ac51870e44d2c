"""A drawing without faults, and the figure that a language makes of it."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from posixpath import basename

from moa.diagrams.elements import Element, on_one_line, read_element
from moa.diagrams.faults import DESCRIBING, WITH_WORDS, find_faults
from moa.problems import Problem

_NAMESPACE = "http://www.w3.org/2000/svg"


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
        if element.tag in DESCRIBING:
            attributes["id"] = f"{self.name}-{element.tag}"
        opening = "".join(f' {key}="{html.escape(on_one_line(value))}"' for key, value in attributes.items())
        content = "".join(
            html.escape(on_one_line(part), quote=False) if isinstance(part, str) else self._drawn(part, language)
            for part in element.content
            if (element.tag in WITH_WORDS if isinstance(part, str) else part.is_for(language))
        )
        # A search takes the words in one go: those of two texts must not run together.
        end = " " if element.tag in WITH_WORDS - {"tspan"} else ""
        return f"<{element.tag}{opening}>{content.strip()}</{element.tag}>{end}"


def read_diagram(path: str, text: str, languages: Sequence[str]) -> tuple[Diagram | None, list[Problem]]:
    """The diagram in a file, None where it has faults, and these faults with their places."""
    root = read_element(path, text)
    if isinstance(root, Problem):
        return None, [root]
    if root.tag != "svg" or root.attributes.get("xmlns") != _NAMESPACE:
        way_out = f'begin it with <svg xmlns="{_NAMESPACE}" viewBox="0 0 360 …">'
        return None, [Problem(path, root.line, root.column, "this is not an SVG drawing", way_out)]
    name = basename(path).removesuffix(".svg")
    faults = find_faults(root, name, languages)
    problems = sorted({Problem(path, at.line, at.column, fact, way_out) for at, fact, way_out in faults})
    return (None if problems else Diagram(name, root)), problems
