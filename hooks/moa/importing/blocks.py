"""The blocks of a note as a tree of traced text, read by markdown-it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from moa.importing.draft import Line
from moa.importing.traced import NOTHING, Traced
from moa.importing.tree import Block, BlockKind, Definition
from moa.markdown import parser


@dataclass(frozen=True)
class Tree:
    """What the lines of a note (or a part of it) hold."""

    blocks: tuple[Block, ...]
    definitions: Mapping[str, Definition]


@cache
def block_parser() -> MarkdownIt:
    """A parser that leaves inline text alone; built once, as it never changes."""
    markdown = parser(trusting=True)
    markdown.core.ruler.enableOnly(["normalize", "block"])
    return markdown


def parse_blocks(lines: Sequence[Line]) -> Tree:
    """Read lines into blocks; inline text stays as written."""
    env: dict[str, Any] = {}
    contents = [line.content for line in lines]
    boxes = {number for number, line in enumerate(lines) if line.kind == "box"}
    root = SyntaxTreeNode(block_parser().parse("\n".join(content.text for content in contents) + "\n", env))
    blocks = _blocks(root.children, contents, boxes)
    return Tree(tuple(blocks), _definitions(env, contents))


def _definitions(env: Mapping[str, Any], lines: Sequence[Traced]) -> dict[str, Definition]:
    found = list(env.get("references", {}).items())
    found += [(f"{entry['label']}\n{number}", entry) for number, entry in enumerate(env.get("duplicate_refs", []))]
    return {
        label: Definition(entry["href"], entry.get("title", ""), Traced.join(lines[slice(*entry["map"])], "\n"))
        for label, entry in found
    }


def _blocks(nodes: Iterable[SyntaxTreeNode], lines: Sequence[Traced], boxes: set[int]) -> Iterator[Block]:
    for node in nodes:
        read = _READERS.get(node.type)
        if read and node.map:
            yield read(node, lines, boxes)


def _paragraph(node: SyntaxTreeNode, lines: Sequence[Traced], boxes: set[int]) -> Block:
    start, stop = node.map or (0, 0)
    content = node.children[0].content.split("\n") if node.children else []
    kind: BlockKind = "box" if start in boxes else "paragraph"
    return Block(kind, tuple(_suffix(line, text.lstrip()) for line, text in _paired(lines[start:stop], content)))


def _paired(lines: Sequence[Traced], texts: Sequence[str]) -> Iterator[tuple[Traced, str]]:
    return zip(lines[len(lines) - len(texts) :] if len(texts) < len(lines) else lines, texts, strict=False)


def _suffix(line: Traced, text: str) -> Traced:
    """The end of the line that reads as the text, trailing spaces aside; where tabs were expanded, rewritten."""
    bare = line.text.rstrip()
    kept = text.rstrip()
    if bare.endswith(kept):
        return line[len(bare) - len(kept) : max(len(bare), min(len(line.text), len(bare) + len(text) - len(kept)))]
    at = line.text.rfind(kept.lstrip())
    return line[at : at + len(kept.lstrip())] if at >= 0 and kept.strip() else line.strip(" \t").rewritten(text)


def _heading(node: SyntaxTreeNode, lines: Sequence[Traced], boxes: set[int]) -> Block:
    start, stop = node.map or (0, 0)
    content = node.children[0].content if node.children else ""
    underline = lines[stop - 1].text.strip(" \t>") if node.markup in ("=", "-") else "==="
    if "\n" in content or len(underline) < 2:  # underlined by accident
        texts = content.split("\n")
        return Block(
            "paragraph", tuple(_suffix(line, text.lstrip()) for line, text in zip(lines[start:], texts, strict=False))
        )
    line = lines[start]
    at = line.text.find(content) if content else len(line.text)
    return Block("heading", (line[at : at + len(content)],), number=int(node.tag[1:]))


def _code(node: SyntaxTreeNode, lines: Sequence[Traced], boxes: set[int]) -> Block:
    start, _ = node.map or (0, 0)
    fenced = node.type == "fence"
    texts = node.content.split("\n")[:-1]
    body = lines[start + fenced : start + fenced + len(texts)]
    code = tuple(_code_line(line, text) for line, text in zip(body, texts, strict=False))
    if not fenced:
        return Block("indented", code)
    opening = lines[start]
    at = opening.text.find(node.markup) + len(node.markup)
    return Block("fence", code, marker=opening[at:].strip())


def _code_line(line: Traced, text: str) -> Traced:
    if line.text.endswith(text):
        return line[len(line.text) - len(text) :]
    return line.rewritten(text)


def _html(node: SyntaxTreeNode, lines: Sequence[Traced], boxes: set[int]) -> Block:
    start, stop = node.map or (0, 0)
    texts = node.content.rstrip("\n").split("\n")
    return Block("html", tuple(_code_line(line, text) for line, text in zip(lines[start:stop], texts, strict=False)))


_NO_ROW = re.compile(r"^\s*(?:>|#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s)")
_ROW_PREFIX = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?")


def _table(node: SyntaxTreeNode, lines: Sequence[Traced], boxes: set[int]) -> Block:
    start, stop = node.map or (0, 0)
    rows = [line for line in lines[start:stop] if line.text.strip(" \t>")]
    if (node.level == 0 and _NO_ROW.match(rows[0].text)) or "|" not in rows[1].text:
        return Block("paragraph", tuple(rows))  # a table to markdown-it alone
    return Block("table", tuple(line[_ROW_PREFIX.match(line.text).end() :].rstrip() for line in rows))  # type: ignore[union-attr]


def _rule(node: SyntaxTreeNode, lines: Sequence[Traced], boxes: set[int]) -> Block:
    start, _ = node.map or (0, 0)
    return Block("rule", (lines[start].strip(" \t>"),))


def _quote(node: SyntaxTreeNode, lines: Sequence[Traced], boxes: set[int]) -> Block:
    return Block("quote", children=tuple(_blocks(node.children, lines, boxes)))


def _list(node: SyntaxTreeNode, lines: Sequence[Traced], boxes: set[int]) -> Block:
    items = [_item(child, lines, boxes) for child in node.children if child.map]
    loose = any(_is_loose(child) for child in node.children)
    first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else 0
    ordered = node.type == "ordered_list"
    return Block("list", children=tuple(items), number=max(first, 1) if ordered else 0, loose=loose)


def _is_loose(item: SyntaxTreeNode) -> bool:
    return any(child.type == "paragraph" and not child.hidden for child in item.children)


def _item(node: SyntaxTreeNode, lines: Sequence[Traced], boxes: set[int]) -> Block:
    start, _ = node.map or (0, 0)
    children = tuple(_blocks(node.children, lines, boxes))
    marker = NOTHING
    if node.info:
        found = re.search(rf"{re.escape(node.info)}(?={re.escape(node.markup)})", lines[start].text)
        marker = lines[start][found.start() : found.end()] if found else marker
    return Block("item", children=children, marker=marker)


def _footnote(node: SyntaxTreeNode, lines: Sequence[Traced], boxes: set[int]) -> Block:
    start, _ = node.map or (0, 0)
    label = str(node.meta.get("label", ""))
    at = lines[start].text.find(label)
    return Block(
        "footnote", children=tuple(_blocks(node.children, lines, boxes)), marker=lines[start][at : at + len(label)]
    )


_READERS = {
    "paragraph": _paragraph,
    "heading": _heading,
    "fence": _code,
    "code_block": _code,
    "html_block": _html,
    "table": _table,
    "hr": _rule,
    "blockquote": _quote,
    "bullet_list": _list,
    "ordered_list": _list,
    "footnote_reference": _footnote,
}
