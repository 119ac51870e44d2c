"""Sources, hashtags and what an author says of himself leave the pages: sources and tags for notes.yml."""

import re
from collections.abc import Sequence

from moa.importing.draft import Draft
from moa.importing.traced import Traced
from moa.importing.tree import Block, walk

_TITLES = re.compile(
    r"^(?:#\s*)?(?:references?|sources?|further\s+reading|see\s+also|bibliography|links?|참고|참조|출처|레퍼런스"
    r"|(?:참고|참조|추가|관련)\s*(?:자료|문헌|문서|링크|사이트|글|목록)?|더\s*읽(?:을|어)\s*(?:거리|보기|볼\s*글)|읽어\s*볼\s*(?:글|자료))$",
    re.I,
)
_TAG_TITLES = re.compile(r"^(?:hash\s?tags?|tags?|해시\s?태그|태그)$", re.I)
_LABEL = re.compile(
    r"^(?:\*\*|__)?(?:출처|참고|참조|참고\s*(?:자료|문헌|링크|사이트)|references?|sources?|refs?)(?:\*\*|__)?\s*[:：)\]]?(?:\*\*|__)?\s*",
    re.I,
)
_URL = re.compile(r"https?://")
_HASHTAG = re.compile(r"#[\w가-힣-]+")
_HASHTAGS = re.compile(
    r"^(?:(?:해시\s?)?태그\s*[:：]\s*|(?:hash)?tags?\s*[:：]\s*)?[`*]*(?:#[\w가-힣+./-]+[\s,]*)+[`*]*$", re.I
)
_MARKS = "`*_[]()<>:： \t"
_SHORT = 200


def take_references(draft: Draft) -> Draft:
    """Drop sections and closing lists of sources and hashtags; their words go to the metadata."""
    kept: list[Block] = []
    sources: list[Block] = []
    tags: list[Block] = []
    at = 0
    while at < len(draft.blocks):
        end, goes_to = _run(draft.blocks, at)
        for block in draft.blocks[at:end]:
            place = tags if goes_to == "tags" or (goes_to == "sources" and _is_hashtags(block)) else sources
            (kept if goes_to == "page" else place).append(block)
        at = end
    if not sources and not tags:
        return draft
    texts = [words for block in sources for words in _sources(block)]
    words = [tag.strip("#") for block in walk(tags) for line in block.lines for tag in _HASHTAG.findall(line.text)]
    draft = draft.with_blocks(kept).drop(_lines(sources), "reference").drop(_lines(tags), "metadata")
    return draft.learn(sources=texts, tags=words)


def _run(blocks: Sequence[Block], at: int) -> tuple[int, str]:
    """The end of the run of blocks that belong together from `at`, and where they go."""
    block = blocks[at]
    if block.kind == "heading":
        title = block.lines[0].text.strip(_MARKS) if block.lines else ""
        end = next((i for i in range(at + 1, len(blocks)) if blocks[i].kind == "heading"), len(blocks))
        body = blocks[at + 1 : end]
        deeper = end < len(blocks) and blocks[end].number > block.number
        if not deeper and _TITLES.match(title) and body and all(_is_citation(item) for item in body):
            return end, "sources"
        if not deeper and _TAG_TITLES.match(title) and all(_is_tags(item) for item in body):
            return end, "tags"
    elif block.kind == "paragraph" and _is_tags(block):
        return at + 1, "tags"
    elif block.kind == "paragraph" and (found := _LABEL.match(block.text)) and _is_label(block, found):
        return _label_end(blocks, at, found), "sources"
    return at + 1, "page"


def _is_label(block: Block, found: re.Match[str]) -> bool:
    rest = block.text[found.end() :].strip(_MARKS)
    marked = any(mark in found[0] for mark in ":：)]*_")
    return (not rest and (marked or len(block.text) < 8)) or (
        marked and _URL.search(rest) is not None and len(rest) < _SHORT
    )


def _label_end(blocks: Sequence[Block], at: int, found: re.Match[str]) -> int:
    """A bare label takes the citations under it; one that holds its address stands alone."""
    end = at + 1
    if _URL.search(blocks[at].text):
        return end
    closes = all(_is_citation(block) for block in blocks[end:] if block.kind != "rule")
    while end < len(blocks) and _is_citation(blocks[end]) and (closes or _URL.search(_text(blocks[end]))):
        end += 1
    return end


def _is_citation(block: Block) -> bool:
    if block.kind == "list":
        return all(_is_citation(child) for item in block.children for child in item.children)
    if block.kind in ("rule",):
        return True
    return block.kind in ("paragraph", "footnote") and (
        len(_text(block)) < _SHORT or _URL.search(_text(block)) is not None
    )


def _is_tags(block: Block) -> bool:
    return block.kind == "rule" or _is_hashtags(block)


def _is_hashtags(block: Block) -> bool:
    text = block.text.strip()
    return block.kind == "paragraph" and _HASHTAGS.match(text) is not None and len(_HASHTAG.findall(text)) > 1


def _text(block: Block) -> str:
    return " ".join(inner.text for inner in walk([block]))


def _lines(blocks: Sequence[Block]) -> list[Traced]:
    return [part for block in walk(blocks) for part in (*block.lines, block.marker)]


def _sources(block: Block) -> list[str]:
    """Each paragraph of a block of sources as plain text, without a bare label."""
    found = []
    for inner in walk([block]):
        if inner.kind == "paragraph":
            words = _plain(inner.text)
            label = _LABEL.match(words)
            words = (
                words[label.end() :]
                if label and (label.end() == len(words) or label[0].rstrip()[-1:] in ":：)")
                else words
            )
            if words.strip(_MARKS):
                found.append(words.strip())
    return found


def _plain(text: str) -> str:
    text = re.sub(r"\\([\[\]_*.`])", r"\1", " ".join(text.split()))
    text = re.sub(
        r"\[([^\]]*)\]\((\S+?)(?:\s+\"[^\"]*\")?\)", lambda m: m[2] if m[1] == m[2] else f"{m[1]} {m[2]}", text
    )
    return re.sub(r"[*`]|<(?=http)|(?<=\S)>(?=\s|$)|_$", "", text).strip()
