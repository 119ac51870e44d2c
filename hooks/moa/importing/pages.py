"""Cut a note into sections with ids, and the sections into pages."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from moa.importing.anchors import Anchors, Place, anchors_of
from moa.importing.draft import Draft
from moa.importing.ids import distinct, heading_id
from moa.importing.traced import NOTHING, Traced
from moa.importing.tree import Block, map_lines, walk

LONG = 5000  # characters of text: some fifteen minutes of reading
_ID = re.compile(r"^[a-z0-9][a-z0-9_-]*$")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True)
class Part:
    """A section on its way to a page: its heading and the blocks up to the next heading."""

    heading: Block
    blocks: tuple[Block, ...]

    @property
    def id(self) -> str:
        """The section's id."""
        return self.heading.attributes["id"]


@dataclass(frozen=True)
class NotePage:
    """A page: its name without `.md`, which is the id of its title, and its sections."""

    name: str
    parts: tuple[Part, ...]


def cut_pages(draft: Draft, title: str, glossary: Mapping[str, str]) -> tuple[tuple[NotePage, ...], Draft]:
    """The pages of a note; `title` serves where no heading stands above all others."""
    parts, draft = _identified(_parts(draft.blocks, title), draft, glossary)
    groups = [parts] if draft.own or not _is_long(parts) else _grouped(parts)
    pages = tuple(NotePage(group[0].id, tuple(_levelled(group))) for group in groups)
    pages, draft = _with_anchors(pages, draft)
    return tuple(_with_footnotes(pages)), draft


def _parts(blocks: Sequence[Block], title: str) -> list[Part]:
    """Sections in their order; text above the first heading, or several headings at the top, call for a title."""
    heads = [index for index, block in enumerate(blocks) if block.kind == "heading"]
    has_title = bool(heads) and blocks[heads[0]].number == 1
    lead = blocks[: heads[0]] if heads else blocks
    parts = [
        Part(blocks[start], tuple(blocks[start + 1 : stop]))
        for start, stop in itertools.pairwise([*heads, len(blocks)])
    ]
    if not has_title:
        return [Part(Block("heading", (Traced.made(title),), number=1), tuple(lead)), *parts]
    if lead:
        parts[0] = replace(parts[0], blocks=(*lead, *parts[0].blocks))
    return parts


def _identified(parts: Sequence[Part], draft: Draft, glossary: Mapping[str, str]) -> tuple[list[Part], Draft]:
    """Give every heading an id of its own; a heading that repeats another is reported."""
    taken: set[str] = set()
    titles: dict[str, Block] = {}
    done = []
    given = {part.heading.attributes.get("id", "") for part in parts}
    for part in parts:
        heading = part.heading
        words = re.sub(r"[`*_\\]|&#?\w+;", " ", heading.text)
        wanted = heading.attributes.get("id", "").lower()
        base = wanted if _ID.match(wanted) else heading_id(words, glossary)
        id_ = distinct(base, taken | (given - {wanted} if base != wanted else set()))
        if words.strip() in titles and heading.start >= 0:
            draft = draft.remark(
                heading.start,
                f"the heading “{words.strip()}” stands here a second time",
                f"it has the id {id_}; give it words of its own",
            )
        titles.setdefault(words.strip(), heading)
        taken.add(id_)
        done.append(replace(part, heading=replace(heading, attributes={**heading.attributes, "id": id_})))
    return done, draft


def _is_long(parts: Sequence[Part]) -> bool:
    words = ("paragraph", "table", "heading")
    return sum(len(b.text) for part in parts for b in walk(part.blocks) if b.kind in words) > LONG


def _grouped(parts: Sequence[Part]) -> list[list[Part]]:
    """The sections of each page: a top-level section each; a title without words of its own leads the first."""
    top = min((part.heading.number for part in parts[1:]), default=2)
    groups: list[list[Part]] = [[parts[0]]]
    for part in parts[1:]:
        is_top = part.heading.number == top
        if is_top and not (len(groups) == 1 and len(groups[0]) == 1 and not groups[0][0].blocks):
            groups.append([part])
        else:
            groups[-1].append(part)
    return groups


def _levelled(group: Sequence[Part]) -> list[Part]:
    shift = group[0].heading.number - 1
    return [replace(part, heading=replace(part.heading, number=part.heading.number - shift)) for part in group]


def _with_anchors(pages: Sequence[NotePage], draft: Draft) -> tuple[tuple[NotePage, ...], Draft]:
    """Links within the note follow its headings to their new ids; one that leads nowhere becomes words."""
    headings = ((page, part.heading) for page in pages for part in page.parts)
    places = (Place(page.name, h.attributes["id"], h.attributes.get("was", ""), h.text) for page, h in headings)
    anchors = Anchors(anchors_of(places))

    def linked(page: NotePage) -> NotePage:
        parts = (
            replace(part, blocks=map_lines(part.blocks, lambda line: anchors.follow(line, page.name)))
            for part in page.parts
        )
        return replace(page, parts=tuple(parts))

    linked_pages = tuple(linked(page) for page in pages)
    for line in anchors.lost:
        draft = draft.remark(line.start, "a link leads to no heading of this note", "its words are kept")
    return linked_pages, draft.drop(anchors.gone, "reference")


def _with_footnotes(pages: Sequence[NotePage]) -> list[NotePage]:
    """Footnotes stand in the section that first refers to them, and again on every other page that does."""
    notes = {
        b.marker.text: b for page in pages for part in page.parts for b in walk(part.blocks) if b.kind == "footnote"
    }
    if not notes:
        return list(pages)
    done: set[str] = set()
    return [replace(page, parts=tuple(_footnoted(page, notes, done))) for page in pages]


def _footnoted(page: NotePage, notes: Mapping[str, Block], done: set[str]) -> list[Part]:
    used = {label for part in page.parts for label in _labels(part)}
    parts = []
    here: set[str] = set()
    for part in page.parts:
        own = [block for block in part.blocks if block.kind != "footnote"]
        labels = [label for label in _labels(part) if label in notes and label not in here]
        orphans = [b.marker.text for b in part.blocks if b.kind == "footnote" and b.marker.text not in used | done]
        here.update(labels)
        added = [notes[label] if label not in done else _copy(notes[label]) for label in [*labels, *orphans]]
        done.update([*labels, *orphans])
        parts.append(replace(part, blocks=(*own, *added)))
    return parts


def _labels(part: Part) -> list[str]:
    blocks = [part.heading, *(block for block in part.blocks if block.kind != "footnote")]
    text = "\n".join(b.text for b in walk(blocks) if b.kind in ("paragraph", "heading", "table"))
    return list(dict.fromkeys(_FOOTNOTE.findall(text)))


def _copy(block: Block) -> Block:
    """The same words without their origin, which the first showing has."""
    return replace(
        block,
        lines=tuple(Traced.made(line.text) for line in block.lines),
        marker=Traced.made(block.marker.text) if block.marker else NOTHING,
        children=tuple(_copy(child) for child in block.children),
    )
