"""The language of a code block, as class names of many tools tell it."""

import re
from collections.abc import Sequence

from moa.importing.html.tree import Element, walk

_LANGUAGE = re.compile(r"(?:language|lang|brush|highlight-source|highlight-text)[-:]\s*([\w+#.-]+)", re.IGNORECASE)
_WITH_CLASS = frozenset(
    ["hljs", "sourcecode", "highlight", "prettyprint", "code", "codehilite", "prism", "syntaxhighlighter"]
)
_NO_LANGUAGE = frozenset(
    """code copy dark github hljs highlight highlighter-rouge language line-numbers light linenos linenums monokai none
    nohighlight numbersource plain plaintext prettyprint prettyprinted source sourcecode table text theme toolbar
    undefined atom-one wrap match-braces""".split()
)


def language(code: Element, around: Sequence[Element] = ()) -> str:
    """The language that class names or data attributes of a block tell, in lower case, else nothing."""
    inner = [element for element in walk(code) if element.name in ("code", "pre")][:3]
    for element in [*inner, code, *list(reversed(around))[:4]]:
        named = element.get("data-ke-language") or element.get("data-lang") or element.get("data-language")
        found = _LANGUAGE.search(element.get("class"))
        for candidate in [named, found[1] if found else "", *_bare(element)]:
            name = candidate.strip(";").lower()
            if name and name not in _NO_LANGUAGE and re.fullmatch(r"[\w+#.-]{1,30}", name, re.ASCII):
                return name
    return ""


def _bare(element: Element) -> list[str]:
    """The other word of classes such as `hljs java` and `sourceCode python`."""
    names = [name for name in element.classes if name.lower() in _WITH_CLASS]
    others = [name for name in element.classes if name.lower() not in _WITH_CLASS | _NO_LANGUAGE]
    holder = element.name in ("pre", "code", "figure") or "syntaxhighlighter" in names
    return others if len(names) > 0 and len(others) == 1 and holder else []
