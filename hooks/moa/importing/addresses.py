"""Addresses of links and images: which are safe to follow, which lead outside, and how they are written."""

import html
import re
from urllib.parse import unquote

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})
SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.I)
LOCAL = re.compile(r"^(?:file:|[a-z]:(?:[\\/]|%5C))", re.I)  # of the author's own machine
UNFIT = re.compile(r"[\s\"'<>\\^`{|}()$*\[\]]")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]")


def is_safe(href: str) -> bool:
    """Whether following a link cannot act: no scheme but the known ones, however it is disguised."""
    plain = _UNSEEN.sub("", html.unescape(html.unescape(unquote(_UNSEEN.sub("", href)))))
    found = SCHEME.match(plain)
    return not found or found[1].lower() in SAFE_SCHEMES


def encoded(href: str) -> str:
    """An address without the signs that one reader or the other would take for markup."""
    return UNFIT.sub(lambda found: f"%{ord(found[0]):02X}", href)


def spelt(href: str) -> str:
    """An address with its Korean words as their author wrote them."""

    def letters(found: re.Match[str]) -> str:
        try:
            return unquote(found[0], errors="strict")
        except UnicodeDecodeError:
            return found[0]

    return re.sub(r"(?:%[89A-Fa-f][0-9A-Fa-f])+", letters, href)


def leads_outside(path: str) -> bool:
    """Whether a path leads out of the note's own folder."""
    if LOCAL.match(path):
        return True
    if SCHEME.match(path) or path.startswith("//"):
        return False
    depth = 0
    for part in re.split(r"[/\\]", unquote(path).split("?")[0]):
        depth += {"..": -1, ".": 0, "": 0}.get(part, 1)
        if depth < 0:
            return True
    return path.startswith("/")
