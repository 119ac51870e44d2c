"""Where a page, or a term, is mentioned: the sections that refer to it, with the sentence around the mention."""

from collections.abc import Iterable
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
    listed = _of_sections(found)
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
    listed = _of_sections(each for each in backlinks if each.language == language)
    if not listed:
        return ""
    said = escape(WORDS[language]["used"].format(len(listed)))
    items = _list(_item(each, page, site) for each in listed)
    return f'<details class="moa-uses" data-search-exclude="mentions"><summary>{said}</summary>{items}</details>'


def _of_sections(backlinks: Iterable[Backlink]) -> list[Backlink]:
    """One of each section, sentences before mere entries of lists (`- [page](page.md): its matter`)."""
    found: dict[tuple[str, str], Backlink] = {}
    for each in backlinks:
        place = (each.page, each.section)
        is_better = place not in found or (_is_entry(found[place].sentence) and not _is_entry(each.sentence))
        if is_better and not _is_bare(each.sentence):
            found[place] = each
    return sorted(found.values(), key=lambda each: _is_entry(each.sentence))


def _is_bare(sentence: Sentence) -> bool:
    """Whether nothing is said around a link."""
    return not any(map(str.isalnum, sentence.before + sentence.after))


def _is_entry(sentence: Sentence) -> bool:
    """Whether it is no sentence but an entry of a list: a link with its matter after a colon or a dash."""
    return not sentence.before.strip() and sentence.after.lstrip().startswith((":", "–", "—"))


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(items)}</ul>"


def _item(backlink: Backlink, page: str, site: Site) -> str:
    labels = site.leaves[backlink.page].labels
    label = escape(labels.get(backlink.section) or labels[""])
    address = escape(site.address(Target(backlink.page, backlink.anchor), page))
    return f'<li><a href="{address}">{label}</a><p>{backlink.sentence.html}</p></li>'
