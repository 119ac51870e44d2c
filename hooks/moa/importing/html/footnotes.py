"""Footnotes of a page: links and the list items that they lead to."""

import re
from collections.abc import Mapping

from moa.importing.html.tree import Element, walk, words


def footnotes(root: Element, text: str) -> Mapping[str, str]:
    """The labels of the footnotes, by the id of the item that holds each."""
    items = {element.get("id") for element in walk(root) if element.name == "li" and element.get("id")}
    labels: dict[str, str] = {}
    for element in walk(root) if items else ():
        target = element.get("href").partition("#")[2] if element.name == "a" else ""
        if target in items and target not in labels and _refers(element, root):
            shown = words(element, text).strip("[]() ")
            label = shown if re.fullmatch(r"\w{1,8}", shown) else re.sub(r"[^\w-]+", "-", target)
            labels[target] = label if label not in labels.values() else re.sub(r"[^\w-]+", "-", target)
    return labels


def _refers(link: Element, root: Element) -> bool:
    """Whether a link is set as a reference: raised, or so called by its class or role."""
    named = "footnote" in link.get("class") or link.get("role") == "doc-noteref"
    return (
        named
        or any(element.name == "sup" and link in element.elements for element in walk(root))
        or any(child.name == "sup" for child in link.elements)
    )
