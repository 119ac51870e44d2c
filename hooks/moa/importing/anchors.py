"""Links within a note follow its headings to their new ids and pages."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from moa.importing.edits import edit_spans
from moa.importing.inline import Span
from moa.importing.traced import NOTHING, Traced


@dataclass(frozen=True)
class Place:
    """Where a heading stands: its page and id, and its words as its author wrote them and as they are now."""

    page: str
    id: str
    was: str
    words: str


@dataclass
class Anchors:
    """The links of a note: `targets` gives the place of each anchor; `lost` and `gone` grow as links are read."""

    targets: Mapping[str, Place]
    lost: list[Traced] = field(default_factory=list)
    gone: list[Traced] = field(default_factory=list)

    def follow(self, line: Traced, page: str) -> Traced:
        """The line of a page with its links to anchors of the note leading where these are now."""
        if "](#" not in line.text and "](<#" not in line.text:
            return line
        return edit_spans(line, lambda content, span: self._link(content, span, page), _LINK)

    def _link(self, content: Traced, span: Span, page: str) -> Traced | None:
        href = str(span.token.attrs.get("href", ""))
        close = max(content.text.rfind("](#", span.start, span.end), content.text.rfind("](<#", span.start, span.end))
        if not href.startswith("#") or close < 0:
            return None
        words = content[span.start + 1 : close]
        wanted = unquote(href[1:]).lower()
        place = self.targets.get(wanted) or self.targets.get(_letters(wanted))
        if place is None:
            self.lost.append(content)
            self.gone.append(content[close + 2 : span.end])
            return words
        target = ("" if place.page == page else f"{place.page}.md") + f"#{place.id}"
        title = _TITLE.search(content.text, close, span.end)
        shown = content[title.start() : title.end()] if title else NOTHING
        address = Traced.made(f"]({target}") + shown + Traced.made(")")
        if address.text == content.text[close : span.end]:
            return None
        self.gone.append(content[close + 2 : title.start() if title else span.end])
        return Traced.made("[") + words + address


_LINK = frozenset({"link"})
_TITLE = re.compile(r"\s+\"[^\"]*\"(?=\s*\)$)")


def anchors_of(places: Iterable[Place]) -> dict[str, Place]:
    """Every anchor that tools make of the headings, as written and as cleaned, with the place that it means now."""
    found: dict[str, Place] = {}
    again: Counter[str] = Counter()
    rough: dict[str, Place] = {}
    for place in places:
        slug = _github(place.was)
        if again[slug]:  # GitHub numbers the anchors of headings that repeat another
            found.setdefault(f"{slug}-{again[slug]}", place)
        again[slug] += 1
        for words in (place.id, place.was, place.words):
            found.setdefault(words.lower(), place)
            found.setdefault(_github(words), place)
            rough.setdefault(_letters(words.lower()), place)
    return {anchor: place for anchor, place in {**rough, **found}.items() if anchor}


def _github(words: str) -> str:
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", words.strip().lower()))


def _letters(words: str) -> str:
    return re.sub(r"[\W\d_]+", "", words)
