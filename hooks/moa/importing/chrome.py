"""What a blog puts around and between an author's words: advertisements, bylines, buttons, lists of other posts."""

import re
from collections.abc import Sequence

from moa.importing.draft import Draft, Line

# Nobody writes these for a reader: they go wherever a line is nothing else.
_CHROME = re.compile(
    r"""^(?:
      (?:728x90|970x90|970x250|300x250|300x600|336x280|320x100|320x50|250x250|200x200|160x600|120x600|468x60
        |234x60|240x400|580x400|720x300|980x120|180x150|125x125)  # sizes of advertisements
    | \(?adsbygoogle.*
    | google_ad_\w+.*
    | \+\s*recent\ posts?
    | ['‘"].{1,60}['’"]\s*카테고리의\s*다른\s*글
    | (?:공감|좋아요)\s*\d*\s*(?:댓글|공유하기|구독하기)(?:\s*(?:\d+|공유하기|구독하기|게시글\ 관리|신고하기|인쇄))*
    | 게시글\ 관리|이웃추가|본문\ 기타\ 기능|URL\ 복사(?:\s*(?:이웃추가|본문\ 기타\ 기능|신고하기))*
    | (?:by|글쓴이|작성자|posted\ by)\s*[:·]?\s*\S{1,30}(?:\s+\S{1,20})?\s*[,|·]?
      \s*\d{4}[.\-/년]\s*\d{1,2}[.\-/월]\s*\d{1,2}\S?.{0,16}
    | \S{1,12}(?:\s\S{1,12})?\s*[|·]\s*\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?\s+\d{1,2}:\d{2}(?::\d{2})?
    | 저작자\s?표시(?:\s?(?:비영리|변경\s?금지|동일조건.*))+
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
# Words that mean something too: chrome at the edges of a file, and where the note shows chrome and never uses them.
_WEAK = frozenset(
    (
        "반응형 small large ad 광고 스폰서 sponsored 공감 공감수 좋아요 댓글 목록 태그 tag tags comments share "
        "공유 공유하기 신고하기 인쇄 구독 구독하기 이전글 다음글 관련글 prev next top 맨위로 더보기 접기 "
        "카카오톡 페이스북 트위터 저작자표시"
    ).split()
)
_WEAK_LINE = re.compile(
    r"""^(?:
      \d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[|·]\s*\S.{0,30})?
    | (?:조회수?|댓글|공감|추천|좋아요)\s*:?\s*\d+(?:\s*[|·,]?\s*(?:조회수?|댓글|공감|추천)\s*:?\s*\d+)*
    | 구독하기\s*\S{0,30}|댓글을?\s*(?:남겨\s*주세요|입력하세요).{0,8}
    | \d+\s*분\s*읽기|\d+\s*min(?:ute)?s?\s+read
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_ENDING = re.compile(r"^(?:\+\s*recent\s+posts?|['‘\"].{1,60}['’\"]\s*카테고리의\s*다른\s*글)\s*$", re.IGNORECASE)
_HASHTAGS = re.compile(r"^\s*#[^\s#]")
_SHORT = 100
_BLANKS = " \t\u00a0\ufeff"


def drop_chrome(draft: Draft) -> Draft:
    """Take chrome out of the text: at the edges of the file, and between paragraphs where a line is nothing else."""
    kinds = [_kind(line) for line in draft.lines]
    gone = _after_the_end(draft.lines) | {index for index, kind in enumerate(kinds) if kind == "chrome"}
    gone |= _edge(kinds, range(len(kinds)), gone) | _edge(kinds, range(len(kinds) - 1, -1, -1), gone)
    if gone:
        gone |= _unused(
            draft.lines, kinds, _beside(kinds, gone) | {i for i in range(len(kinds)) if _is_apart(kinds, i)}
        )
    if not gone:
        return draft
    kept = [Line(line.content[:0]) if index in gone else line for index, line in enumerate(draft.lines)]
    return draft.with_lines(kept).drop((draft.lines[index].content for index in sorted(gone)), "boilerplate")


def _kind(line: Line) -> str:
    bare = line.text.strip(_BLANKS + "*_\u200b")
    if line.kind != "text":
        return "code"
    if not bare:
        return "blank"
    if len(bare) > _SHORT:
        return "text"
    if _CHROME.match(bare):
        return "chrome"
    return "weak" if bare.lower() in _WEAK or _WEAK_LINE.match(bare) else "text"


def _after_the_end(lines: Sequence[Line]) -> set[int]:
    """From a heading such as `+ Recent posts` on, where nothing but short lines follows."""
    for index, line in enumerate(lines):
        if line.kind == "text" and _ENDING.match(line.text.strip(" \t*_#>|")):
            rest = range(index, len(lines))
            if all(lines[i].kind == "text" and _is_list_of_posts(lines[i].text) for i in rest):
                return {i for i in rest if lines[i].text.strip() and not _HASHTAGS.match(lines[i].text)}
    return set()


def _is_list_of_posts(text: str) -> bool:
    return len(text) <= _SHORT and not re.match(r"\s{0,3}#{1,6}\s", text) and not re.search(r"다\.\s*$", text)


def _edge(kinds: Sequence[str], order: range, gone: set[int]) -> set[int]:
    found = set()
    for index in order:
        if kinds[index] in ("weak", "chrome") or index in gone:
            found.add(index)
        elif kinds[index] != "blank":
            break
    return {index for index in found if kinds[index] != "blank"}


def _beside(kinds: Sequence[str], gone: set[int]) -> set[int]:
    """Weak words whose neighbour, blank lines aside, is chrome."""
    shown = [index for index, kind in enumerate(kinds) if kind != "blank"]
    return {
        index
        for place, index in enumerate(shown)
        if kinds[index] == "weak"
        and any(near in gone for near in (*shown[max(place - 1, 0) : place], *shown[place + 1 : place + 2]))
    }


def _unused(lines: Sequence[Line], kinds: Sequence[str], candidates: set[int]) -> set[int]:
    """The weak words among the candidates that no line of text of the note uses."""
    weak = {index: lines[index].text.strip(_BLANKS).lower() for index in candidates if kinds[index] == "weak"}
    texts = [line.text.lower() for line, kind in zip(lines, kinds, strict=True) if weak and kind == "text"]
    used = {word for word in set(weak.values()) if any(word in text for text in texts)}
    return {index for index, word in weak.items() if word not in used}


def _is_apart(kinds: Sequence[str], index: int) -> bool:
    near = (*kinds[max(index - 1, 0) : index], *kinds[index + 1 : index + 2])
    return all(kind in ("blank", "chrome") for kind in near)
