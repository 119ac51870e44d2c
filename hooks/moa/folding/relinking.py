"""Relative links of text that moves from one page to another."""

import posixpath
import re

from moa.reading import links_of, masked

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/|\Z")


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
    folder = posixpath.dirname(source)
    wanted = posixpath.normpath(posixpath.join(folder, path)) if path else f"{source}.md"
    return f"{posixpath.relpath(wanted, posixpath.dirname(target) or '.')}{mark}{fragment}"


def to_page(name: str, fragment: str, page: str) -> str:
    """A link to a section of one page from another."""
    return f"{posixpath.relpath(f'{name}.md', posixpath.dirname(page) or '.')}#{fragment}"
