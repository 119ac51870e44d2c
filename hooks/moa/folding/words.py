"""What the fold itself says, in each language, and how it writes names into Markdown."""

import re
from collections.abc import Mapping

from moa.sections import write_lines

WORDS: Mapping[str, Mapping[str, str]] = {
    "ko": {
        "sources": "출처",
        "line": "{}행",
        "lines": "{}행",
        "edit": "고치기",
        "edit_title": "{}의 원고에서 이 절을 고치기",
        "author": "글쓴이 {}",
        "unknown": "알 수 없음",
        "licence": "이용 조건 {}",
        "not stated": "밝히지 않음",
        "all rights reserved": "모든 권리 보유",
        "original": "원문",
        "where": "책에서 찾기",
        "section": "노트의 절",
        "told": "책에서",
        "how": "어떻게 실었나",
        "kept": "이 글로",
        "added": "덧붙여",
        "folded": "다른 노트의 글로",
        "empty": "제목뿐이어서 길잡이가 채웠다",
        "kept_key": "이 노트의 글을 실었다",
        "added_key": "덧붙여 실었다",
        "folded_key": "다른 노트의 글로 실었다",
        "shown": "노트의 페이지에 그대로 있다",
        "kept_short": "실음",
        "added_short": "덧붙임",
        "folded_short": "접음",
        "topics": "어느 노트가 무엇을 말하나",
        "chart": "주제마다 노트의 글이 어떻게 쓰였나",
        "chart_text": "세로로 겹치는 주제 {}개가 책의 차례대로, 가로로 노트 {}편이 놓인다. 표시는 절로 이어진다.",
        "as_table": "같은 내용을 표로 보기",
        "by_note": "절마다 어떻게 되었나",
        "sections": "절 {}개",
        "corrections": "바로잡은 곳",
        "whole": "노트의 절 {}개를 차례대로 펼치기",
        "whole_one": "노트의 절을 펼치기",
        "source_title": "제목",
        "source_author": "글쓴이",
        "source_date": "날짜",
        "source_licence": "이용 조건",
        "source_address": "주소",
        "source_sources": "노트가 든 출처",
        "unstated": "적혀 있지 않음",
        "used": "쓴 방법",
        "told_again": "사실만 가져와 새로 썼다(글이 있는 {1}행 가운데 {0}행, 절 {2}개)",
        "corrected": "바로잡은 곳 {}군데",
        "rather": "→ {}",
        "evidence": "근거: {}.",
        "here": "책에서: {}",
    },
    "en": {
        "sources": "From",
        "line": "line {}",
        "lines": "lines {}",
        "edit": "edit",
        "edit_title": "Edit this section in the manuscript of {}",
        "author": "By {}",
        "unknown": "an unknown author",
        "licence": "licence: {}",
        "not stated": "not stated",
        "original": "the original",
        "where": "Where the book tells it",
        "section": "Section of the note",
        "told": "In the book",
        "how": "How",
        "kept": "in these words",
        "added": "added to others",
        "folded": "in another note's words",
        "empty": "a heading alone, filled by the guide",
        "kept_key": "printed in its words",
        "added_key": "added to another note's",
        "folded_key": "printed in another note's words",
        "shown": "in full on the note's page",
        "kept_short": "kept",
        "added_short": "added",
        "folded_short": "folded",
        "topics": "Which note says what",
        "chart": "What became of the notes, topic by topic",
        "chart_text": "Down, {} overlapping topics as the book has them; across, {} notes. Marks lead to sections.",
        "as_table": "The same as a table",
        "by_note": "What became of every section",
        "sections": "{} sections",
        "corrections": "Corrected",
        "whole": "Open the {} sections of the note, in its order",
        "whole_one": "Open the section of the note",
        "source_title": "Title",
        "source_author": "Author",
        "source_date": "Date",
        "source_licence": "Licence",
        "source_address": "Address",
        "source_sources": "Sources that the note names",
        "unstated": "not stated",
        "used": "How it was used",
        "told_again": "facts only, in words of our own ({0} of its {1} written lines, {2} sections)",
        "corrected": "{} corrections",
        "rather": "→ {}",
        "evidence": "Evidence: {}.",
        "here": "In the book: {}",
        "missing": "This part is not translated yet; it is shown in Korean.",
        "behind": "The Korean of this part has changed since it was translated.",
    },
}
_MARKUP = re.compile(r"([\\`*_\[\]{}|#])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;", "$": "&#36;", "^": "&#94;"})
_UNQUOTABLE = re.compile(r'[{}"\n]+')  # what would end an attribute or its list
_CODE = re.compile(r"(`[^`]*`)")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])?")


def escaped(words: str) -> str:
    """Words that Markdown shows as they are, on one line."""
    return _MARKUP.sub(r"\\\1", " ".join(words.split())).translate(_ENTITIES)


def label(title: str) -> str:
    """A heading's Markdown as the words of a link in a table: no links of its own, no bars."""
    parts = _CODE.split(title)
    parts[::2] = [_LINK.sub(r"\1", words).replace("[", r"\[").replace("]", r"\]") for words in parts[::2]]
    return "".join(parts).replace("|", r"\|")


def link(words: str, target: str, **attributes: str) -> str:
    """A Markdown link; `class_` and others become its attributes."""
    said = {name.rstrip("_"): _UNQUOTABLE.sub(" ", value) for name, value in attributes.items() if value}
    pairs = " ".join(f'{name}="{value}"' for name, value in said.items())
    return f"[{words}]({target}){{: {pairs} }}" if pairs else f"[{words}]({target})"


def raw_lines(lines: frozenset[int], language: str) -> str:
    """Raw lines as people write them: `38–40행`, `lines 3, 7–9`; empty where there are none."""
    written = write_lines(lines).replace("-", "–").replace(",", ", ")
    return WORDS[language]["lines" if len(lines) > 1 else "line"].format(written) if lines else ""
