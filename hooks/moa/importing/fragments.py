"""HTML inside Markdown becomes Markdown; tags that can act never reach a page."""

import re
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt

from moa.importing.blocks import parse_blocks
from moa.importing.draft import Draft, Dropped, Line
from moa.importing.edits import Edit, edited
from moa.importing.fences import mark_code
from moa.importing.html_markdown import convert
from moa.importing.inline import Span, inline_parser, spans
from moa.importing.links import is_safe
from moa.importing.traced import NOTHING, Traced
from moa.importing.tree import Block, map_containers, with_children

_TAG = re.compile(r"^<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>[^>]*)>$", re.S)
_ATTRIBUTE = re.compile(r"([A-Za-z_:@][\w:.@-]*)\s*(?:=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
_BLOCK_TAG = re.compile(r"^ {0,3}<(table|ul|ol|figure|iframe|dl|video|audio|object|svg)\b", re.I)
_SPACING = re.compile(r"</?(?:br|hr)\b", re.I)
_ACTING = frozenset("script style iframe object embed form input button textarea select link meta base svg".split())
_KEPT = frozenset("kbd sub sup mark u".split())
_MARKS = {
    "b": "**",
    "strong": "**",
    "i": "*",
    "em": "*",
    "del": "~~",
    "s": "~~",
    "strike": "~~",
    "code": "`",
    "tt": "`",
}
_ELEMENTS = frozenset(
    (
        "a abbr address article aside bdi bdo big blockquote body br caption center cite col colgroup data dd "
        "dfn div dl dt fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 head header hgroup hr html "
        "ins label legend li main map menu nav noscript ol p picture pre q rp rt ruby samp section small "
        "source span summary table tbody td template tfoot th thead time title tr ul var video wbr details "
        "img audio canvas track optgroup option output"
    ).split()
)


def close_html_blocks(draft: Draft) -> Draft:
    """Take blank lines out of HTML tables and lists, which Markdown would end at them."""
    lines: list[Line] = []
    at = 0
    while at < len(draft.lines):
        end = _closing(draft.lines, at)
        lines += [line for line in draft.lines[at:end] if end == at + 1 or line.text.strip()]
        if end > at + 1:
            lines.append(Line(NOTHING))
        at = end
    return draft.with_lines(lines)


def _closing(lines: tuple[Line, ...], at: int) -> int:
    found = _BLOCK_TAG.match(lines[at].text) if lines[at].kind == "text" else None
    if not found:
        return at + 1
    tags = re.compile(rf"<(/?){found[1]}\b", re.I)
    depth = 0
    for index in range(at, min(at + 2000, len(lines))):
        for tag in tags.finditer(lines[index].text):
            depth += -1 if tag[1] else 1
        if depth <= 0:
            return index + 1
    return at + 1


def read_html_blocks(draft: Draft) -> Draft:
    """Convert blocks of HTML and read what they hold in their place."""
    dropped: list[Draft] = []

    def change(siblings: tuple[Block, ...]) -> list[Block]:
        done: list[Block] = []
        for block in siblings:
            if block.kind == "html":
                blocks, part = _converted(block)
                done += blocks
                dropped.append(part)
            else:
                done.append(block)
        return done

    blocks = map_containers(draft.blocks, change)
    for part in dropped:
        draft = replace(
            draft,
            dropped=draft.dropped + part.dropped,
            remarks=draft.remarks + part.remarks,
            definitions={**part.definitions, **draft.definitions},
        )
    return draft.with_blocks(blocks)


def _converted(block: Block) -> tuple[list[Block], Draft]:
    converted = convert(Traced.join(block.lines, "\n"), page=False)
    part = mark_code(Draft(tuple(converted.lines), dropped=converted.dropped, remarks=converted.remarks))
    tree = parse_blocks(part.lines)
    # what still reads as HTML is words: a second conversion could only do harm
    blocks = [replace(inner, kind="paragraph") if inner.kind == "html" else inner for inner in tree.blocks]
    return blocks, replace(part, dropped=_spacing(block, part), definitions=tree.definitions)


def _spacing(block: Block, part: Draft) -> tuple[Dropped, ...]:
    """The dropped ranges, those of tags that only make space classed so."""
    source = {start: line for line in block.lines for start, _ in line.ranges()}
    return tuple(
        replace(drop, class_="spacing") if drop.class_ == "markup" and _is_spacing(source, drop) else drop
        for drop in part.dropped
    )


def _is_spacing(source: dict[int, Traced], drop: Dropped) -> bool:
    """Whether a range is a `<br>` or `<hr>` tag, by the line that holds it."""
    line = next((line for start, line in source.items() if start <= drop.start < start + len(line)), NOTHING)
    return _SPACING.match(line.text, drop.start - line.start) is not None


@dataclass
class _Taken:
    """What was taken out of lines: unsafe markup, comments, and markup that has another form now."""

    unsafe: list[Traced] = field(default_factory=list)
    comments: list[Traced] = field(default_factory=list)
    markup: list[Traced] = field(default_factory=list)


def read_inline_html(draft: Draft) -> Draft:
    """Write inline tags as Markdown, keep the few that Markdown lacks, drop the rest; pseudo-tags stay visible."""
    markdown = inline_parser()
    taken = _Taken()
    blocks = [_changed(markdown, block, taken) for block in draft.blocks]
    draft = draft.with_blocks(blocks).drop(taken.unsafe, "unsafe").drop(taken.comments, "boilerplate")
    for text in taken.unsafe:
        draft = draft.remark(text.start, "HTML that can act was refused", "it is listed in the ledger as unsafe")
    return draft.drop(taken.markup, "markup")


def _changed(markdown: MarkdownIt, block: Block, taken: _Taken) -> Block:
    if block.children:
        return with_children(block, (_changed(markdown, child, taken) for child in block.children))
    if block.kind not in ("paragraph", "heading", "table") or "<" not in block.text:
        return block
    lines = [_read(markdown, line, taken, block.kind) for line in block.lines]
    if block.kind == "paragraph":
        parts = [part for line in lines for part in line.split_lines()]
        lines = [part for part in parts if part.text.strip()]
        if lines:
            lines[-1] = lines[-1].rstrip()
    return replace(block, lines=tuple(lines))


def _read(markdown: MarkdownIt, line: Traced, taken: _Taken, kind: str) -> Traced:
    edits: list[Edit] = []
    opened: list[tuple[str, str]] = []
    skip_until = 0
    for span in spans(markdown, line.text):
        if span.kind != "html_inline" or span.start < skip_until:
            continue
        edit = _edit(line, span, opened, taken, kind)
        skip_until = edit[1]
        edits.append(edit)
    return edited(line, edits) if edits else line


def _edit(line: Traced, span: Span, opened: list[tuple[str, str]], taken: _Taken, kind: str) -> Edit:
    source = line[span.start : span.end]
    tag = _TAG.match(source.text)
    if not tag:
        taken.comments.append(source)
        return span.start, span.end, NOTHING
    name = tag["name"].lower()
    if name in _ACTING:
        close = re.compile(rf"</{name}\s*>", re.I).search(line.text, span.end)
        end = close.end() if close and not tag["close"] else span.end
        taken.unsafe.append(line[span.start : end])
        return span.start, end, NOTHING
    new = _markdown(name, tag, opened, kind)
    if new is None:
        return span.start, span.end, Traced.join([source[:1].rewritten("&lt;"), source[1:]])
    (taken.unsafe if _acts(tag["rest"]) else taken.markup).append(source)
    return span.start, span.end, Traced.made(new)


def _acts(attributes: str) -> bool:
    return any(
        name.lower().startswith("on")
        or (name.lower() in ("srcdoc", "style") and "url" in (a + b + c).lower())
        or (name.lower() in ("href", "src", "action") and not is_safe(a or b or c))
        for name, a, b, c in _ATTRIBUTE.findall(attributes)
    )


def _markdown(name: str, tag: re.Match[str], opened: list[tuple[str, str]], kind: str) -> str | None:
    """What stands for a tag; None for one that is no element of HTML, which is text."""
    given = {key.lower(): a or b or c for key, a, b, c in _ATTRIBUTE.findall(tag["rest"])}
    if tag["close"]:
        close = next((index for index in range(len(opened) - 1, -1, -1) if opened[index][0] == name), None)
        if close is not None:
            return opened.pop(close)[1]
        return "  \n" if name == "br" else "" if name in _ELEMENTS | _KEPT | set(_MARKS) else None
    if name == "br":
        return {"table": "<br>", "heading": " "}.get(kind, "  \n")
    if name == "img":
        words = re.sub(r"[\[\]\n]", " ", given.get("alt", ""))
        return f"![{words}](<{given['src']}>)" if given.get("src") and "\n" not in given["src"] else words
    if name == "a":
        href = given.get("href", "")
        linked = bool(href) and is_safe(href) and not re.search(r"[\s<>]", href)
        opened.append((name, f"](<{href}>)" if linked else ""))
        return "[" if linked else ""
    if name in _MARKS:
        opened.append((name, _MARKS[name]))
        return _MARKS[name]
    if name in _KEPT:
        opened.append((name, f"</{name}>"))
        return f"<{name}>"
    if name == "span" and re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*", given.get("lang", "")):
        opened.append((name, "</span>"))
        return f'<span lang="{given["lang"]}">'
    if name in _ELEMENTS:
        opened.append((name, ""))
        return ""
    return None
