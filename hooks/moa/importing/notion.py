"""Property lines that Notion writes under a title go to the metadata."""

import re

from moa.importing.draft import Draft, Line

_PROPERTY = re.compile(r"^(?P<key>[A-Za-z][A-Za-z /-]{1,24}|[가-힣][가-힣 /]{1,14})\s?:\s+(?P<value>\S.*)$")
_NAMES = {
    "date": "created; created time; date; 생성일; 생성 일시; 작성일; 작성일시; 날짜",
    "tags": "tags; tag; 태그; category; 카테고리; 분류",
    "author": "author; created by; 작성자; 글쓴이",
    "address": "url; link; 원문",
    "": "last edited; last edited time; 최종 편집 일시; 수정일; status; 상태; type; 유형; property; 속성; 선택",
}
_KNOWN = {key: name for name, keys in _NAMES.items() for key in keys.split("; ")}


def take_properties(draft: Draft) -> Draft:
    """Move a block of `key: value` lines right under the title, where it has a key that Notion knows."""
    start = next((index for index, line in enumerate(draft.lines) if line.text.strip()), None)
    if start is None or not draft.lines[start].text.startswith("# "):
        return draft
    first = next((i for i in range(start + 1, len(draft.lines)) if draft.lines[i].text.strip()), len(draft.lines))
    end = first
    while end < len(draft.lines) and draft.lines[end].kind == "text" and _PROPERTY.match(draft.lines[end].text):
        end += 1
    pairs = [
        (found["key"].strip(), found["value"].strip())
        for line in draft.lines[first:end]
        if (found := _PROPERTY.match(line.text))
    ]
    ends_block = end == len(draft.lines) or not draft.lines[end].text.strip()
    if not ends_block or not any(key.lower() in _KNOWN for key, _ in pairs):
        return draft
    gone = [line.content for line in draft.lines[first:end]]
    kept = [*draft.lines[:first], *(Line(content[:0]) for content in gone), *draft.lines[end:]]
    facts: dict[str, object] = {"fields": dict(pairs)}
    for key, value in pairs:
        name = _KNOWN.get(key.lower())
        if name == "tags":
            facts["tags"] = [tag.strip() for tag in value.split(",") if tag.strip()]
        elif name:
            facts.setdefault(name, value)
    return draft.with_lines(kept).drop(gone, "metadata").learn(**facts)
