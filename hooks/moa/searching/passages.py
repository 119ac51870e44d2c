"""The sections of a rendered page as plain text: what a search may find."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

EXCLUDED = "data-search-exclude"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SKIPPED = frozenset({"script", "style", "object", "template"})
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em i ins kbd label mark q s samp small span strong sub sup time u var "
    "wbr".split()
)


@dataclass(frozen=True)
class Passage:
    """A section as shown: its anchor (empty for what stands before the first subheading), heading and text."""

    anchor: str
    heading: str
    text: str


def read_passages(html: str) -> tuple[Passage, ...]:
    """The passages of a page's content in their order; the first one has no anchor and the page's h1 as heading.

    Left out is what stands in an element marked `data-search-exclude`; a marked heading takes its section along.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(each.passage() for each in reader.drafts if not each.is_excluded)


@dataclass
class _Draft:
    anchor: str = ""
    is_excluded: bool = False
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def passage(self) -> Passage:
        return Passage(self.anchor, _joined(self.heading), _joined(self.text))


class _Reader(HTMLParser):
    """Follows the elements that are open; raw HTML in a page may leave some of them open, or close none."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.drafts = [_Draft()]
        self._open: list[tuple[str, bool]] = []  # the tag, and whether its content is left out
        self._heading = ""  # the tag of the heading that is open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; a heading with an id starts the next section, one without stays text."""
        attributes = dict(attrs)
        if tag in _VOID:
            self._separate(tag)
            return
        if tag in _HEADINGS and not self._is_skipping():
            self._start_section(tag, attributes)
        skipped = self._is_skipping() or tag in _SKIPPED or _is_left_out(tag, attributes)
        self._open.append((tag, skipped))
        self._separate(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element and what is still open in it; an end without a start says nothing."""
        if all(each != tag for each, _ in self._open):
            return
        self._separate(tag)
        while self._open.pop()[0] != tag:
            pass
        if tag == self._heading:
            self._heading = ""

    def handle_data(self, data: str) -> None:
        """Take words that are shown."""
        if not self._is_skipping():
            draft = self.drafts[-1]
            (draft.heading if self._heading else draft.text).append(data)

    def _start_section(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        anchor = attributes.get("id")
        if tag == "h1" and len(self.drafts) == 1:
            self._heading = tag
        elif anchor:
            self.drafts.append(_Draft(anchor, is_excluded=EXCLUDED in attributes))
            self._heading = tag

    def _is_skipping(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _separate(self, tag: str) -> None:
        """Keep the words of two blocks apart."""
        if tag not in _INLINE:
            self.handle_data("\n")


def _is_left_out(tag: str, attributes: Mapping[str, str | None]) -> bool:
    classes = (attributes.get("class") or "").split()
    is_marked = EXCLUDED in attributes and tag not in _HEADINGS
    return is_marked or "headerlink" in classes or "linenodiv" in classes


def _joined(parts: list[str]) -> str:
    """The words in lines, one for each block, with single spaces."""
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
