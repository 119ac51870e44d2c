"""Every page of one language with its links led, its definitions, its backlinks, and the glossary filled."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from moa.definitions import read_definitions
from moa.languages import GLOSSARY
from moa.linking.backlinks import mentions_of
from moa.linking.definitions import Definitions
from moa.linking.glossary_page import glossary
from moa.linking.moved import with_old_anchors
from moa.linking.page import Backlink, linked
from moa.linking.site import Leaf, Site

_FOOTNOTES = "///Footnotes Go Here///"  # where Python-Markdown puts them: before who mentions the page, not behind


def link_pages(site: Site, official: str = "") -> Mapping[str, str]:
    """New texts of the pages that change, by name; `official` is where paths of official documents start."""
    found = {name: linked(_renamed(site.leaves[name], site), site) for name in site.reading_order}
    backlinks = [each for page in found.values() for each in page.backlinks]
    by_page: dict[str, list[Backlink]] = defaultdict(list)
    for each in backlinks:
        by_page[each.target.page].append(each)
    definitions = Definitions(site)
    texts = {}
    for name, page in found.items():
        made = glossary(site.leaves[name], backlinks, site, official) if name == GLOSSARY and site.targets.terms else ""
        mentions = "" if name == GLOSSARY else mentions_of(name, by_page[name], site)
        text = _ended(page.text, made, mentions, definitions.of(page.terms, name))
        if text != site.leaves[name].text:
            texts[name] = text
    return texts


def _renamed(leaf: Leaf, site: Site) -> Leaf:
    text = with_old_anchors(leaf, site) if site.targets.renamed else leaf.text
    return leaf if text == leaf.text else replace(leaf, text=text, cut=None)


def _ended(text: str, *ends: str) -> str:
    """The text with what comes at its end, its footnotes before that."""
    ends = tuple(filter(None, ends))
    if not ends:
        return text
    place = [_FOOTNOTES] if _FOOTNOTES not in text and "]:" in text and read_definitions(text).footnotes else []
    return "\n\n".join([text.rstrip("\n"), *place, *ends]) + "\n"
