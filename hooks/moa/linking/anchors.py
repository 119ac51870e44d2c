"""Links as they are written into a page: as HTML, or in Markdown's own form where they have attributes of their own."""

import html
from collections.abc import Mapping

ABROAD = "moa-abroad"  # the class of links that lead to words in the other language


def anchor_of(words: str, attributes: Mapping[str, str]) -> str:
    """A link as HTML around Markdown; attributes without a value are left out.

    An attribute list behind a Markdown link would keep bold from closing before a particle.
    """
    said = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items() if value)
    return f"<a{said}>{words}</a>"


def markdown_of(words: str, file: str, title: str, listed: str, attributes: Mapping[str, str]) -> str:
    """A Markdown link to a file with a list of attributes (`{: .big }`), to which what the build says is added."""
    said = [f".{each}" for each in attributes["class"].split()]
    said += [f'{name}="{attributes[name]}"' for name in ("hreflang", "lang", "id") if attributes.get(name)]
    own = listed.strip("{}").lstrip(":").strip()
    quoted = f' "{title}"' if title else ""
    return f"[{words}]({file}{quoted}){{: {' '.join([own, *said])} }}"


def definition_id(term: str, language: str) -> str:
    """The anchor of a term's definition on the pages that mention it."""
    return f"moa-definition-{language}-{term}"
