"""Relative links of text that moves from one page to another."""

import posixpath
import re

from moa.masking import links_of, masked

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/|\Z")

_ROOT = "/docs/language/"  # whole paths need no look at the current directory; links may lead two folders up


def relinked(text: str, source: str, target: str) -> str:
    """The text with its relative links, as written on the page `source`, written for the page `target`.

    Pages are named as `notes/a/x`, without language and .md.
    """
    if "](" not in text and "]:" not in text:
        return text
    parts, at = [], 0
    for link in sorted(links_of(masked(text)), key=lambda link: link.offset):
        parts += [text[at : link.offset], moved(link.target, source, target)]
        at = link.offset + len(link.target)
    return "".join([*parts, text[at:]])


def moved(link: str, source: str, target: str) -> str:
    """A link's target as seen from another page."""
    if _ELSEWHERE.match(link):
        return link
    path, mark, fragment = link.partition("#")
    page = f"{_ROOT}{source}"
    wanted = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else f"{page}.md"
    return f"{_seen(wanted, target)}{mark}{fragment}"


def to_page(name: str, fragment: str, page: str) -> str:
    """A link to a section of one page from another, or to the page where there is no fragment."""
    return _seen(f"{_ROOT}{name}.md", page) + (f"#{fragment}" if fragment else "")


def _seen(path: str, page: str) -> str:
    return posixpath.relpath(path, posixpath.dirname(f"{_ROOT}{page}"))
