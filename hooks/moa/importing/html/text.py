"""Characters of HTML as Markdown that shows them as a browser does."""

import re
from collections.abc import Callable, Iterator
from html import unescape

from moa.importing.traced import Piece

SPACE = " \t\n\r\f\v\u00a0"
_NO_BREAK = r"&(?:nbsp|#0*160|#[xX]0*[aA]0);?"
_PARTS = re.compile(
    rf"(?P<space>(?:[{SPACE}]|{_NO_BREAK})+)|(?P<reference>&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?)"
    rf"|(?P<words>(?:[^&{SPACE}]|&(?!#\d|#[xX][0-9a-fA-F]|[A-Za-z])| (?=[^&{SPACE}]))+)"
)
_AS_REFERENCE = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "\0": "&#65533;"}
_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s<>\"']+")
_SPECIAL = re.compile(r"[\\*_`\[\]<~!]")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
# What would make a block of a line: the character to disarm stands at the end of the match.
_BLOCK = re.compile(
    r"#(?=#{0,5}(?:\s|$))|[-+*](?=\s|$)|-(?=-|[ -]*$)|\d{1,9}[.)](?=\s|$)"
    r"|>|=(?==*\s*$)|:(?=[\s:-])|\|(?=[-:|\s])|~(?=~~)|\[(?=[^\[\]]*\]:)"
)


def parts(text: str, start: int, end: int) -> Iterator[tuple[str, Piece]]:
    """The words, references and white space of a stretch of text: (kind, piece); a reference is decoded."""
    for found in _PARTS.finditer(text, start, end):
        kind = str(found.lastgroup)
        value = " " if kind == "space" else unescape(found[0]) if kind == "reference" else found[0]
        yield kind, Piece(value, *found.span())


def escaped(piece: Piece, before: str, after: str, kind: str = "words", linked: bool = False) -> Iterator[Piece]:
    """The piece with what would be markup disarmed; `before` and `after` are the characters around it.

    Among the words of a link (`linked`) brackets would end them.
    """
    if kind == "reference":
        yield piece._replace(text=_of_reference(piece.text, before, after, linked))
        return
    at = 0
    addresses = [found.span() for found in _ADDRESS.finditer(piece.text)] if "://" in piece.text else []
    for found in _SPECIAL.finditer(piece.text):
        place = found.start()
        left = piece.text[place - 1] if place else before
        right = piece.text[place + 1 : place + 2] or after
        new = _disarmed(found[0], left, right, linked)
        if new == found[0] or any(a <= place < b and found[0] != "<" for a, b in addresses):
            continue
        if place > at:
            yield piece.cut(at, place)
        yield Piece(new, piece.start + place, piece.start + place + 1)
        at = place + 1
    if at < len(piece.text):
        yield piece.cut(at, len(piece.text))


def _of_reference(characters: str, before: str, after: str, linked: bool) -> str:
    if len(characters) > 1 and characters.startswith("&"):  # it stands for nothing, so it shows as it is
        return characters
    return "".join(_AS_REFERENCE.get(letter) or _disarmed(letter, before, after, linked) for letter in characters)


def _disarmed(letter: str, left: str, right: str, linked: bool) -> str:
    """One character, with a backslash or as a reference where its neighbours would make it markup."""
    needs = _NEEDS.get(letter)
    if letter in "[]" and linked:
        return f"\\{letter}"
    return _WRITTEN.get(letter, f"\\{letter}") if needs and needs(left, right) else letter


def _apart(left: str, right: str) -> bool:
    return not left.strip() and not right.strip()


_WRITTEN = {"<": "&lt;", "~": "&#126;"}
_NEEDS: dict[str, Callable[[str, str], bool]] = {
    "<": lambda left, right: True,
    "`": lambda left, right: True,
    "\\": lambda left, right: right in _PUNCTUATION,
    "*": lambda left, right: not left or not _apart(left, right),
    "_": lambda left, right: not _apart(left, right) and not (left.isalnum() and right.isalnum()),
    "[": lambda left, right: right in ("^", "["),
    "]": lambda left, right: right in ("(", "[", ":"),
    "!": lambda left, right: right == "[",
    "~": lambda left, right: "~" in (left, right),
}


def line_start(text: str) -> tuple[int, str] | None:
    """The index of the character that would make a block of this line, and what to write for it."""
    found = _BLOCK.match(text)
    if not found:
        return None
    letter = found[0][-1]
    return found.end() - 1, f"&#{ord(letter)};" if letter in "=:|~" else "&gt;" if letter == ">" else f"\\{letter}"
