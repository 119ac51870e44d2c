"""The attributes of a tag and where their values stand."""

import re
from dataclasses import dataclass
from html import unescape

_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?""")
_REFERENCE = re.compile(r"&(?:#\d+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z]\w*;|[A-Za-z]\w*(?![\w=]))")


@dataclass(frozen=True, slots=True)
class Attribute:
    """The value of an attribute without its entities: the value [start, end), the attribute [whole, outer)."""

    value: str
    whole: int
    start: int
    end: int
    outer: int


def attributes(text: str, start: int, end: int) -> dict[str, Attribute]:
    """The attributes of the opening tag [start, end); of two with one name the first counts."""
    found: dict[str, Attribute] = {}
    name = re.compile(r"<[^\s/>]*").match(text, start, end)
    for match in _ATTRIBUTE.finditer(text, name.end() if name else start, end):
        quoted = (match[2] or " ")[0] in "\"'"
        a, b = match.span(2) if match[2] else (match.end(), match.end())
        value = _REFERENCE.sub(lambda found: unescape(found[0]), match[2] or "")
        inner = (a + 1, b - 1) if quoted and match[2] else (a, b)
        found.setdefault(
            match[1].lower(), Attribute(value[1:-1] if quoted else value, match.start(), *inner, match.end())
        )
    return found
