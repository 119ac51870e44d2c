"""HTML cut into tags, text and comments, each with its place; no input is an error."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from itertools import accumulate
from typing import Literal

from moa.importing.html.names import ELEMENTS, VOID

Kind = Literal["text", "pseudo", "open", "empty", "close", "comment", "raw"]


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch [start, end) of the text; `raw` is what a script or style holds, `pseudo` a tag that HTML lacks."""

    kind: Kind
    name: str
    start: int
    end: int


# In Markdown, code and addresses in angle brackets hold no tags.
_FENCED = r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*\n)*?[ \t>]*(?P=fence)[`~]*[ \t]*$"
FENCED = re.compile(_FENCED, re.MULTILINE)
_LITERAL = re.compile(
    rf"{_FENCED}"
    r"|(?<![`\\])(?P<ticks>`+)(?!`).{1,400}?(?<!`)(?P=ticks)(?!`)"
    r"|<(?:https?|ftp|mailto):[^\s<>]*>",
    re.MULTILINE,
)


_COMMENT_END = re.compile("--!?>")
_FOREIGN_END = re.compile(r"</[^\W\d_a-zA-Z]")
_TYPE = re.compile(r"[\w)]<[A-Z][A-Za-z]*>")
UNCLOSED = "!"
RAW = ("script", "style")
# Elements whose end tag may be left out.
OPTIONAL_END = frozenset("html head body p li dt dd tr td th thead tbody tfoot option colgroup rt rp".split())


class _Reader(HTMLParser):
    """Notes where each tag and comment stands; text is what lies between."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Token] = []
        self._lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        # after the last `>` no tag is whole; an ampersand would stop the parser where it begins no reference
        self.feed(text[: text.rfind(">") + 1].replace("&", "+"))
        self.close()

    def _note(self, kind: Kind, name: str, length: int) -> None:
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        self.found.append(Token(kind, name, start, start + length))

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """A tag with its attributes, which are read later, where they are needed."""
        self._note("open", tag, len(self.get_starttag_text() or ""))

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """A tag that closes itself, which browsers ignore but authors mean."""
        self._note("empty", tag, len(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        """An end tag; its length is left to be found."""
        self._note("close", tag, 0)

    def handle_comment(self, data: str) -> None:
        """What browsers take for a comment, such as `</ >`."""
        self._note("comment", "", len(data) + 3)

    def handle_pi(self, data: str) -> None:
        """An instruction, `<?xml …>`."""
        self._note("comment", "", len(data) + 3)

    def parse_comment(self, i: int, report: bool = True) -> int:
        """A comment that never ends runs to the end of the text, as in a browser, and is searched for once."""
        ending = _COMMENT_END.search(self.rawdata, i + 2)
        end = ending.end() if ending else len(self.rawdata)
        self._note("comment", "" if ending else UNCLOSED, end - i)
        return end

    def parse_html_declaration(self, i: int) -> int:
        """Any other `<!…>`; one in square brackets would be an error in the library."""
        end = self.rawdata.find(">", i) + 1
        self._note("comment", "", end - i)
        return end


def tokens(text: str, markdown: bool = False) -> list[Token]:
    """The tokens of a text, without gaps; in Markdown, code and `<https://…>` are text."""
    found = _Reader(_LITERAL.sub(_masked, text) if markdown else text).found
    closed = {token.name for token in found if token.kind == "close"}
    return [_judged(token, text, closed) for token in _filled(found, text)]


def _masked(literal: re.Match[str]) -> str:
    return literal[0].replace("<", "(").replace(">", ")")


def _filled(found: list[Token], text: str) -> Iterator[Token]:
    """The tags and comments, and the text before, between and after them."""
    at, before = 0, Token("text", "", 0, 0)
    for token in found:
        if token.start > at:
            yield _between(before, at, token.start)
        end = text.find(">", token.start) + 1 if token.kind == "close" else token.end
        at, before = (len(text) if token.name == UNCLOSED else end), token
        yield replace(token, end=at)
    comment = text.find("<!--", max(at, text.rfind(">") + 1))
    if comment > at and before.name not in RAW:
        yield Token("text", "", at, comment)
        yield Token("comment", UNCLOSED, comment, len(text))
    elif at < len(text):
        yield Token("comment", UNCLOSED, at, len(text)) if comment == at else _between(before, at, len(text))


def _between(before: Token, start: int, end: int) -> Token:
    raw = before.kind == "open" and before.name in RAW
    return Token("raw" if raw else "text", before.name if raw else "", start, end)


def _judged(token: Token, text: str, closed: set[str]) -> Token:
    """A tag of no element is text, as are words like `</이름>` and the types in `List<Object>`."""
    if token.kind == "comment" and _FOREIGN_END.match(text, token.start):
        return replace(token, kind="pseudo")
    if token.kind not in ("open", "empty", "close") or token.name in VOID:
        return token
    if token.name not in ELEMENTS:
        is_custom = ("-" in token.name or ":" in token.name) and token.name in closed
        return token if is_custom else replace(token, kind="pseudo")
    is_type = token.kind == "open" and token.name not in closed and token.name not in OPTIONAL_END
    return (
        replace(token, kind="pseudo") if is_type and _TYPE.search(text, max(token.start - 1, 0), token.end) else token
    )
