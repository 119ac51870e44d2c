"""A page with every link led to where readers find its target, and the first plain mention of each term linked."""

import html
import posixpath
import re
from collections import Counter
from dataclasses import dataclass, field, replace

from moa.hangul import is_syllable
from moa.languages import SOURCE
from moa.linking.anchors import ABROAD, anchor_of, definition_id, markdown_of
from moa.linking.finding import MADE, Done, Link, find_all
from moa.linking.mentions import Mention
from moa.linking.sentences import Sentence, sentence_at
from moa.linking.site import Leaf, Site
from moa.references import SCHEME
from moa.spans import is_within
from moa.targets import Target

_LEFT = re.compile(rf"!?\[((?:[^\[\]\\]|\\.){{0,500}})\]\({SCHEME}[^()\s]*\)")
_OWN_ID = re.compile(r"(?<!\S)#([^\s#.}]+)")


@dataclass(frozen=True)
class Backlink:
    """A mention of a page, a section or a term: where it stands, under which anchor, and the sentence around it."""

    target: Target
    page: str
    section: str
    anchor: str
    sentence: Sentence
    language: str


@dataclass(frozen=True)
class Linked:
    """A page's new text, what it mentions, and the terms whose definitions it shows, each with its language."""

    text: str
    backlinks: tuple[Backlink, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()


def linked(leaf: Leaf, site: Site) -> Linked:
    """The page with its links led to their places; text outside of links and first mentions stays as it is."""
    writer = _Writer(leaf, site)
    parts, at = [], 0
    for each in find_all(leaf, site):
        written = writer.write(each) if each.start >= at else None
        if written is not None:
            parts += [leaf.text[at : each.start], written]
            at = each.end
    # In formulas and images a reference is its words.
    text = "".join([*parts, leaf.text[at:]])
    text = _LEFT.sub(r"\1", text) if f"]({SCHEME}" in text else text
    return Linked(text, tuple(writer.backlinks), tuple(writer.terms))


@dataclass
class _Writer:
    """What has been linked on a page so far."""

    leaf: Leaf
    site: Site
    backlinks: list[Backlink] = field(default_factory=list)
    terms: dict[tuple[str, str], None] = field(default_factory=dict)
    _seen: set[tuple[str, str]] = field(default_factory=set)
    _anchors: Counter[str] = field(default_factory=Counter)

    def write(self, each: Link | Mention | Done) -> str | None:
        """What stands in the place of a link or a mention; None leaves it as it is."""
        language = self.leaf.language_at(each.start)
        if isinstance(each, Mention):
            is_first = (each.term, language) not in self._seen
            self._seen.add((each.term, language))
            return self._mention(each, language) if is_first else None
        term = each.term if isinstance(each, Done) else each.target.term
        if term:
            self._seen.add((term, language))
        return None if isinstance(each, Done) else self._link(each, language)

    def _mention(self, mention: Mention, language: str) -> str | None:
        place = self.site.homes[mention.term]
        if not place.page or self._is_here(place, mention.start):
            return None
        words = self.leaf.text[mention.start : mention.end]
        return anchor_of(words, self._attributes(place, mention.start, mention.end, language, words))

    def _link(self, link: Link, language: str) -> str | None:
        place = self.site.place(link.target)
        is_led_elsewhere = place.address != link.target.address
        if link.is_definition:
            return self._file(place) if is_led_elsewhere else None
        if not place.page or ((link.is_reference or is_led_elsewhere) and self._is_here(place, link.start)):
            return link.words
        attributes = self._attributes(place, link.start, link.end, language, link.words)
        if link.attributes:
            if (own := _OWN_ID.search(link.attributes)) and attributes.pop("id", ""):
                self.backlinks[-1] = replace(self.backlinks[-1], anchor=own[1])
            return markdown_of(link.words, self._file(place), link.title, link.attributes, attributes)
        return anchor_of(link.words, attributes | {"title": html.unescape(link.title)})

    def _file(self, place: Target) -> str:
        """A target as Markdown writes it."""
        file = posixpath.relpath(f"/{place.page}.md", posixpath.dirname(f"/{self.leaf.name}"))
        return f"{file}#{place.id}" if place.id else file

    def _is_here(self, place: Target, offset: int) -> bool:
        section = self.leaf.section_at(offset)
        return place.page == self.leaf.name and section is not None and section.id == place.id

    def _attributes(self, place: Target, start: int, end: int, language: str, words: str) -> dict[str, str]:
        """What a link to a place says of itself; empty values are not written."""
        there = self.site.language_of(place)
        classes = [*(["moa-term"] if place.term else []), *([ABROAD] if there != language else [])]
        attributes = {"href": self.site.address(place, self.leaf.name), "class": " ".join(classes)}
        if place.term:
            attributes |= {"data-term": place.term, "aria-describedby": definition_id(place.term, language)}
            self.terms[place.term, language] = None
        if there != language:
            attributes |= {"hreflang": there, "lang": there if there == SOURCE and any(map(is_syllable, words)) else ""}
        if self._is_told(place, start):
            attributes["id"] = self._record(place, start, end, language, words)
        return attributes

    def _is_told(self, place: Target, offset: int) -> bool:
        """Whether the target should know: not of the page's own words, nor of words that another page tells."""
        is_outside = bool(place.term) or place.page != self.leaf.name
        return is_outside and self.leaf.name not in MADE and not is_within(offset, self.leaf.folded)

    def _record(self, place: Target, start: int, end: int, language: str, words: str) -> str:
        name = place.term or place.id or place.page.rpartition("/")[2]
        self._anchors[name] += 1
        count = self._anchors[name]
        anchor = f"moa-mention-{name}:{count}" if count > 1 else f"moa-mention-{name}"
        found = self.leaf.section_at(start)
        section, sentence = found.id if found else "", sentence_at(self.leaf.text, start, end, words)
        self.backlinks.append(Backlink(place, self.leaf.name, section, anchor, sentence, language))
        return anchor
