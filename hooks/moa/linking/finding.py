"""The links and the mentions of a page, with what they mean."""

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from moa.folding.fold import MAKERS
from moa.languages import GLOSSARY, SOURCE
from moa.linking.mentions import Mention
from moa.linking.prose import WORDS, prose, without_code
from moa.linking.site import Leaf, Site
from moa.masking import definitions_of, normalized_label
from moa.references import SCHEME, TERM
from moa.renamed import now
from moa.targets import Target

MADE = frozenset({*MAKERS, GLOSSARY})  # written by the build: their links lead where they should
_LINK = re.compile(
    rf"(?<!!)\[(?P<words>{WORDS})\]\([ \n]{{0,9}}(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]*))"
    r"(?:[ \n]{1,9}(?P<title>\"[^\"\n]*\"|'[^'\n]*'))?[ \n]{0,9}\)(?P<attributes>\{:?[^{}\n]*\})?"
)
_LABELLED = re.compile(rf"(?<!!)\[(?P<words>{WORDS})\]\[(?P<label>[^\[\]]*)\](?!\{{)")
_DONE = re.compile(r"<a [^<>]*data-term=\"([^<>\"]*)\"[^<>]*>")
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|\Z")


@dataclass(frozen=True)
class Link:
    """A Markdown link within the site: offsets of the whole and of its target, title and list of attributes.

    `is_reference` was written with brackets; what is a `definition` has no words.
    """

    target: Target
    words: str
    start: int
    end: int
    at: tuple[int, int]
    title: str = ""
    attributes: str = ""
    is_reference: bool = False
    is_definition: bool = False


@dataclass(frozen=True)
class Done:
    """A mention that is linked already, as this package writes it."""

    term: str
    start: int
    end: int


def find_all(leaf: Leaf, site: Site) -> list[Link | Mention | Done]:
    """The links and the plain mentions of a page, in order; none of what the build itself has written."""
    shown = without_code(leaf.text, leaf.sections)
    found: list[Link | Mention | Done] = [*_links(leaf, shown, site)]
    found += [Done(html.unescape(each[1]), *each.span()) for each in _DONE.finditer(shown)]
    if leaf.name not in MADE and site.targets.terms:
        found += _mentions(leaf, prose(shown), site)
    return sorted(found, key=lambda each: each.start)


def _mentions(leaf: Leaf, text: str, site: Site) -> Iterator[Mention]:
    languages = {leaf.language, SOURCE} if leaf.korean else {leaf.language}
    for language in sorted(languages):
        for mention in site.finders[language].find(text):
            # A name does not go on behind something that was blanked out.
            is_whole = text[mention.start : mention.end] == leaf.text[mention.start : mention.end]
            if is_whole and leaf.language_at(mention.start) == language:
                yield mention


def _links(leaf: Leaf, shown: str, site: Site) -> Iterator[Link]:
    for found in _LINK.finditer(shown) if "](" in shown else ():
        group = "angled" if found["angled"] is not None else "bare"
        written = html.unescape(found[group])
        target = _target(written, leaf.name, site)
        is_reference = written.startswith(SCHEME)
        if target and (is_reference or leaf.name not in MADE):
            words, title = leaf.text[slice(*found.span("words"))], (found["title"] or "")[1:-1]
            attributes = "" if is_reference else found["attributes"] or ""
            end = found.end() - len(found["attributes"] or "") + len(attributes)
            yield Link(target, words, found.start(), end, found.span(group), title, attributes, is_reference)
    if "]:" in shown and leaf.name not in MADE:
        yield from _labelled(leaf, shown, site)


def _labelled(leaf: Leaf, shown: str, site: Site) -> Iterator[Link]:
    """Links by labels that the page defines, and these definitions themselves, which serve `[label]` alone."""
    targets: dict[str, Target] = {}
    for label, definition in definitions_of(shown):
        if target := _target(html.unescape(definition.target), leaf.name, site):
            place = (definition.offset, definition.offset + len(definition.target))
            targets.setdefault(label, target)
            yield Link(target, "", *place, place, is_definition=True)
    for found in _LABELLED.finditer(shown) if targets else ():
        label = normalized_label(found["label"] or found["words"])
        if label in targets:
            yield Link(targets[label], leaf.text[slice(*found.span("words"))], *found.span(), found.span())


def _target(written: str, page: str, site: Site) -> Target | None:
    """What a link's target means, None where it leads out of the book's pages."""
    if written.startswith(TERM):
        term = site.targets.terms.get(written.removeprefix(TERM))
        return site.targets.of_term(term) if term else None
    if written.startswith(SCHEME):
        return Target.at(written.removeprefix(SCHEME))
    if _ELSEWHERE.match(written):
        return None
    path, _, id_ = unquote(written).partition("#")
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)).removesuffix(".md") if path else page
    target = Target.at(now(f"{name}#{id_}" if id_ else name, site.targets.renamed))
    is_page = not path or path.endswith(".md")
    return target if is_page and (target.page in site.leaves or target.page in site.targets.anchors) else None
