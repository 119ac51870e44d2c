"""Import one raw note: bytes in, pages, ledger and what notes.yml should know out."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from moa.blank import nonblank_lines
from moa.importing.draft import Draft, draft_of
from moa.importing.html.markdown import convert, looks_like_page
from moa.importing.ids import heading_id
from moa.importing.language import wrong_language
from moa.importing.ledger import Shown, Span, account, lines_of
from moa.importing.pages import NotePage, Part, cut_pages
from moa.importing.passes import run
from moa.importing.reading import decode
from moa.importing.render import Written, write_blocks
from moa.importing.titles import as_title
from moa.importing.traced import NOTHING, Traced
from moa.problems import Problem
from moa.sections import read_lines, read_page, write_lines

ROUNDS = 4


@dataclass(frozen=True)
class Imported:
    """A raw note as pages (by file name, in order) and the facts of its entry; addresses lack `notes/<id>/`."""

    raw_name: str
    sha256: str
    encoding: str
    characters: int
    suggested_id: str
    title: str
    pages: Mapping[str, str]
    sections: tuple[str, ...]
    spans: tuple[Span, ...]
    raw_lines: str
    left_out: tuple[tuple[str, str], ...]
    metadata: Mapping[str, Any]
    problems: tuple[Problem, ...]
    prepared: str = ""  # the text of its entry under the suggested id, where a process of its own has made it


def import_note(data: bytes, path: str, glossary: Mapping[str, str], note_id: str = "") -> Imported | list[Problem]:
    """Read a raw note; `note_id` names it where its author did not. Problems where it cannot be imported."""
    decoded = decode(data, path)
    if isinstance(decoded, Problem):
        return [decoded]
    raw = decoded.text
    if not nonblank_lines(raw):
        return [Problem(path, 0, 0, "there is nothing in this file", "leave it out")]
    draft = run(_opened(raw))
    if refused := None if draft.own else wrong_language(draft, raw, path):
        return [refused]
    name = PurePath(path).name
    given = str(draft.metadata.get("title") or "")
    title = as_title(given) or as_title(_spoken(note_id or PurePath(name).stem)) or "Note"
    pages, draft = cut_pages(draft, title, glossary)
    texts, spans = _written(raw, pages, draft)
    if not draft.own and not _is_settled("\n".join(texts.values())):
        texts = {name: _settled(text) for name, text in texts.items()}
    heading = pages[0].parts[0].heading
    _, left = lines_of(raw, spans)
    return Imported(
        raw_name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
        characters=len(raw),
        suggested_id=_suggested(heading.text, name, glossary),
        title=_plain(heading.text),
        pages=texts,
        sections=tuple(part.id for page in pages for part in page.parts),
        spans=spans,
        raw_lines=write_lines(nonblank_lines(raw)),
        left_out=tuple(sorted((write_lines(lines), class_) for class_, lines in left.items())),
        metadata=draft.metadata,
        problems=_problems(draft, raw, path),
    )


def _opened(raw: str) -> Draft:
    """The raw text as a draft; a saved HTML page is converted, a page of ours known by its headings."""
    if looks_like_page(raw):
        page = convert(Traced.raw(raw, 0), page=True)
        return Draft(page.lines, dropped=page.dropped, remarks=page.remarks).learn(**page.metadata)
    draft = draft_of(raw)
    return replace(draft, own=_is_own_page(raw))


def _is_own_page(raw: str) -> bool:
    """Whether every heading has an id and says which raw lines it restates, as only a page of ours does."""
    if not raw.startswith("# ") or "data-raw=" not in raw[:2000]:
        return False
    sections = read_page(raw).sections
    return bool(sections) and all(each.id and read_lines(each.attributes.get("data-raw", "")) for each in sections)


def _spoken(name: str) -> str:
    words = re.sub(r"[-_]+", " ", name).strip() or "note"
    return words[:1].upper() + words[1:]


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[`*\\]|\[([^\]]*)\]\([^)]*\)", r"\1", words).split())


def _suggested(title: str, name: str, glossary: Mapping[str, str]) -> str:
    stem = PurePath(name).stem
    return heading_id(_plain(title), glossary) or heading_id(stem, glossary) or "note"


def _written(raw: str, pages: Sequence[NotePage], draft: Draft) -> tuple[dict[str, str], tuple[Span, ...]]:
    """The text of each page with `data-raw` on its headings, and the account of the raw characters."""
    parts = [(page, part, write_blocks(part.blocks)) for page in pages for part in page.parts]
    shown: list[Shown] = []
    empty = set()
    following = [part.heading.number for _, part, _ in parts[1:]]
    for (page, part, body), after in zip(parts, [*following, 0], strict=True):
        address = f"{page.name}#{part.id}"
        heading = write_blocks([part.heading])
        shown += [Shown(line, address) for line in (*heading, *body)]
        if not body and after <= part.heading.number:
            empty.add(address)
    spans = account(raw, shown, draft, frozenset(empty))
    lines, _ = lines_of(raw, spans)
    first = min(nonblank_lines(raw), default=1)
    texts: dict[str, list[Written]] = {}
    for page, part, body in parts:
        own = lines.get(f"{page.name}#{part.id}", {first})
        heading = write_blocks([_with_lines(part, write_lines(own))])
        gap = [Written(NOTHING)] if body else []
        texts.setdefault(f"{page.name}.md", []).extend([*heading, *gap, *body, Written(NOTHING)])
    return {name: "\n".join(line.content.text for line in page[:-1]) + "\n" for name, page in texts.items()}, spans


def _with_lines(part: Part, lines: str) -> Any:
    attributes = {"id": part.id, "data-raw": lines, **{k: v for k, v in part.heading.attributes.items() if k != "id"}}
    return replace(part.heading, attributes=attributes)


def _is_settled(text: str) -> bool:
    """Whether pages, one after the other, come out of the passes for pages of ours as they are."""
    blocks = run(replace(draft_of(text), own=True)).blocks
    return "\n".join(line.content.text for line in write_blocks(blocks)) + "\n" == text


def _settled(text: str) -> str:
    """The page as it stays when it is imported again; a form that needs a second reading to settle gets it here."""
    for _ in range(ROUNDS):
        pages, draft = cut_pages(run(replace(draft_of(text), own=True)), "", {})
        again, _ = _written(text, pages, draft)
        new = next(iter(again.values()))
        if new == text:
            return text
        text = new
    return text


def _problems(draft: Draft, raw: str, path: str) -> tuple[Problem, ...]:
    return tuple(
        Problem(path, raw.count("\n", 0, max(remark.offset, 0)) + 1, 0, remark.fact, remark.way_out, "notice")
        for remark in dict.fromkeys(draft.remarks)
    )
