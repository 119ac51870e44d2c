"""The tags of one line on their way to Markdown."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from moa.importing.addresses import is_safe
from moa.importing.edits import Edit
from moa.importing.inline import Span
from moa.importing.strong_words import is_sign
from moa.importing.tag_names import (
    ACTING,
    CODE,
    KEPT,
    LONE,
    MARKS,
    NEVER_INLINE,
    RESIDUE,
    WITH_CONTENT,
    WORDS,
    Tag,
    read_tag,
)
from moa.importing.traced import NOTHING, Traced
from moa.importing.tree import Block

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")
_ANY_TAG = re.compile(r"<[^<>]*>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});")
_SPOKEN = re.compile(r"[\s가-힣,.·]*[가-힣][\s가-힣,.·]*")
_UNFIT = re.compile(r"[\s<>`\"\\]")
_TAGS = {"**": "strong", "*": "em", "~~": "del"}
_BAR = "&#124;"


@dataclass
class Taken:
    """What was taken out of lines, by what it is."""

    unsafe: list[Traced] = field(default_factory=list)
    comments: list[Traced] = field(default_factory=list)
    spacing: list[Traced] = field(default_factory=list)
    markup: list[Traced] = field(default_factory=list)


@dataclass
class TagLine:
    """The tags of one line on their way to edits."""

    line: Traced
    block: Block
    taken: Taken

    def edits(self, found: Sequence[Span]) -> list[Edit]:
        places = [
            (span, read_tag(self.line.text[span.start : span.end])) for span in found if span.kind == "html_inline"
        ]
        partners = _partners([tag for _, tag in places])
        done: list[Edit] = []
        until = 0
        for index, (span, tag) in enumerate(places):
            if span.start < until:
                continue
            partner = partners.get(index)
            for edit in self._edit(span, tag, places[partner] if partner is not None else None):
                done.append(edit)
                until = max(until, edit[1]) if edit[0] == span.start else until
        return done

    def _edit(self, span: Span, tag: Tag | None, partner: tuple[Span, Tag | None] | None) -> Iterator[Edit]:
        source = self.line[span.start : span.end]
        end = partner[0].end if partner and not (tag and tag.closes) else span.end
        if tag is None:
            self.taken.comments.append(source)
            yield span.start, span.end, NOTHING
        elif not tag.is_element or not self._is_markup(tag, span, partner):
            yield span.start, span.start + 1, source[:1].rewritten("&lt;")
        elif tag.name in WITH_CONTENT and partner and not tag.closes:
            self.taken.unsafe.append(self.line[span.start : end])
            yield span.start, end, NOTHING
        elif tag.name == "code" and self.block.kind == "table" and partner and _BAR in self.block.text:
            return  # a bar in a cell has no other form
        elif tag.name in CODE and partner and not tag.closes:
            yield span.start, end, self._code(span.end, partner[0].start)
            self.taken.markup.append(source)
        elif (tag.name in MARKS or tag.name == "a") and partner and not self._needs_tag(tag, span, partner[0]):
            self._take(tag, source)
            yield self._mark(tag, span, partner)
        elif (new := self._written(tag, partner, source.text)) is not None:
            self._take(tag, source)
            yield span.start, span.end, Traced.made(new)

    def _take(self, tag: Tag, source: Traced) -> None:
        unsafe = tag.name in ACTING or tag.acts
        spacing = tag.name in ("br", "hr", "wbr")
        (self.taken.unsafe if unsafe else self.taken.spacing if spacing else self.taken.markup).append(source)

    def _is_markup(self, tag: Tag, span: Span, partner: tuple[Span, Tag | None] | None) -> bool:
        """Whether a tag was meant as one; `<body>` said in a sentence is a word of it."""
        text = self.line.text
        if tag.name in LONE or tag.attributes or not (text[: span.start] + text[span.end :]).strip():
            return True
        if partner is None:
            other = f"<{tag.name}" if tag.closes else f"</{tag.name}"
            return (tag.closes and tag.name in RESIDUE) or other in self.block.text.lower()
        start, stop = sorted((span.start, partner[0].start))
        spoken = _SPOKEN.fullmatch(text[start:stop].partition(">")[2]) is not None
        return not (tag.name in NEVER_INLINE or (tag.name in WITH_CONTENT and spoken))

    def _needs_tag(self, tag: Tag, span: Span, other: Span) -> bool:
        """Whether marks would stay unread: a sign within them stands beside a letter outside."""
        start, stop = (other.end, span.start) if tag.closes else (span.end, other.start)
        inner = self.line.text[start:stop].strip()
        before, after = (
            self.line.text[: min(span.start, other.start)][-1:],
            self.line.text[max(span.end, other.end) :][:1],
        )
        closes = not (is_sign(inner[-1:]) and after.isalnum())
        opens = not (is_sign(inner[:1]) and before.isalnum())
        return tag.name in MARKS and bool(inner) and not (opens and closes)

    def _mark(self, tag: Tag, span: Span, partner: tuple[Span, Tag | None]) -> Edit:
        """Marks stand right beside their words: spaces within the tags move outside."""
        other, opening = partner[0], partner[1] if tag.closes else tag
        between = self.line.text[other.end : span.start] if tag.closes else self.line.text[span.end : other.start]
        if not between.strip() or opening is None:
            return span.start, span.end, NOTHING
        mark = _marks(opening)[tag.closes]
        if tag.closes:
            spaces = len(between) - len(between.rstrip())
            apart = bool(spaces) and not self.line.text[span.end : span.end + 1].isspace()
            return span.start - spaces, span.end, Traced.made(mark + " " * apart)
        spaces = len(between) - len(between.lstrip())
        apart = bool(spaces) and not self.line.text[: span.start][-1:].isspace()
        return span.start, span.end + spaces, Traced.made(" " * apart + mark)

    def _written(self, tag: Tag, partner: tuple[Span, Tag | None] | None, source: str) -> str | None:
        """What stands for a tag; None where it stays as it is."""
        if tag.name == "br":
            return {"table": "<br>", "heading": " "}.get(self.block.kind, "  \n")
        if tag.name == "img" and not tag.closes:
            return _image(tag)
        opening = partner[1] if partner and tag.closes else tag
        if partner is None or opening is None:
            return ""
        if tag.name == "span" or tag.name in KEPT or tag.name in MARKS:
            return _kept(opening, tag.closes, source)
        return WORDS.get(tag.name, ("", ""))[tag.closes]

    def _code(self, start: int, stop: int) -> Traced:
        """The text between code tags as a code span, which knows no tags and no entities."""
        inner = self.line[start:stop].sub(_ANY_TAG, lambda _: NOTHING)
        inner = inner.sub(_ENTITY, lambda found: html.unescape(found[0])).strip()
        if not inner:
            return NOTHING
        run = "`" * (max((len(ticks) for ticks in re.findall("`+", inner.text)), default=0) + 1)
        pad = " " if "`" in (inner.text[0], inner.text[-1]) else ""
        return Traced.made(run + pad) + inner + Traced.made(pad + run)


def _partners(tags: Sequence[Tag | None]) -> dict[int, int]:
    """Opening and closing tags by index, each with its partner's; what is opened between and not closed has none."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for index, tag in enumerate(tags):
        if tag is None or not tag.is_element:
            continue
        if not tag.closes:
            opened.append(index)
            continue
        match = next((at for at in reversed(opened) if (other := tags[at]) and other.name == tag.name), None)
        if match is not None:
            partners |= {match: index, index: match}
            del opened[opened.index(match) :]
    return partners


def _marks(opening: Tag) -> tuple[str, str]:
    if opening.name != "a":
        return MARKS[opening.name], MARKS[opening.name]
    href = opening.attributes.get("href", "").strip()
    return ("[", f"](<{href}>)") if href and is_safe(href) and not _UNFIT.search(href) else ("", "")


def _kept(opening: Tag, closes: bool, source: str) -> str | None:
    """A tag that stays, without its attributes but for the language; None where it is so already."""
    language = opening.attributes.get("lang", "")
    if opening.name == "span" and not _LANGUAGE.fullmatch(language):
        return ""
    name = _TAGS[MARKS[opening.name]] if opening.name in MARKS else opening.name
    plain = f'<span lang="{language}">' if name == "span" else f"<{name}>"
    plain = f"</{name}>" if closes else plain
    return None if source == plain else plain


def _image(tag: Tag) -> str:
    words = re.sub(r"[\[\]\s]+", " ", tag.attributes.get("alt", "")).strip()
    source = re.sub(r"[<>\s]", lambda found: f"%{ord(found[0]):02X}", tag.attributes.get("src", "").strip())
    return f"![{words}](<{source}>)" if source else words
