"""Where a page, or a term, is mentioned: the sections that refer to it, with the sentence around the mention."""

from collections.abc import Iterable, Iterator
from html import escape

from moa.linking.page import Backlink
from moa.linking.sentences import Sentence
from moa.linking.site import Site
from moa.linking.words import WORDS
from moa.targets import Target

HEADING = "moa-mentions"
_SHOWN = 6  # the others are closed


def mentions_of(page: str, backlinks: Iterable[Backlink], site: Site) -> str:
    """The end of a page as Markdown: who mentions it, in its own language; empty where nobody does."""
    language = site.leaves[page].language
    found = [each for each in backlinks if each.page != page and each.language == language]
    listed = list(_of_sections(found))
    if not listed:
        return ""
    words = WORDS[language]
    items = [_item(each, page, site) for each in listed]
    shown, more = items[:_SHOWN], items[_SHOWN:]
    closed = f"<details><summary>{words['more'].format(len(more))}</summary>{_list(more)}</details>" if more else ""
    heading = f'## {words["mentioned"]} {{: #{HEADING} data-search-exclude="mentions" }}'
    return f'{heading}\n\n<div class="moa-mentions" data-search-exclude="mentions">{_list(shown)}{closed}</div>'


def uses_of(backlinks: Iterable[Backlink], page: str, language: str, site: Site) -> str:
    """Where a term is used, as HTML for the page of the glossary; empty where it is nowhere."""
    listed = list(_of_sections(each for each in backlinks if each.language == language))
    if not listed:
        return ""
    said = escape(WORDS[language]["used"].format(len(listed)))
    items = _list(_item(each, page, site) for each in listed)
    return f'<details class="moa-uses" data-search-exclude="mentions"><summary>{said}</summary>{items}</details>'


def _of_sections(backlinks: Iterable[Backlink]) -> Iterator[Backlink]:
    """The first of each section."""
    seen = set()
    for each in backlinks:
        place = (each.page, each.section)
        if place not in seen and not _is_entry(each.sentence):
            seen.add(place)
            yield each


def _is_entry(sentence: Sentence) -> bool:
    """Whether it is no sentence but an entry of a list of contents: a link alone, or with its matter after a colon."""
    after = sentence.after.lstrip()
    return not sentence.before.strip() and (after.startswith((":", "–", "—")) or not any(map(str.isalnum, after)))


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(items)}</ul>"


def _item(backlink: Backlink, page: str, site: Site) -> str:
    labels = site.leaves[backlink.page].labels
    label = escape(labels.get(backlink.section) or labels[""])
    address = escape(site.address(Target(backlink.page, backlink.anchor), page))
    return f'<li><a href="{address}">{label}</a><p>{backlink.sentence.html}</p></li>'
