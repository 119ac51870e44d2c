"""What stands behind the fence of code: its language and its title stay, whatever else could act or confuse goes."""

import re
from dataclasses import replace

from moa.importing.draft import Draft
from moa.importing.traced import NOTHING, Traced
from moa.importing.tree import Block, with_children

_PLAIN = re.compile(r"[A-Za-z0-9_+#.-]*[A-Za-z0-9_+#-]")
_LANGUAGE = re.compile(r"\s*(?:\{\s*)?\.?(?P<language>[A-Za-z][A-Za-z0-9_#+.-]*|[0-9]+[a-z][a-z0-9]*)(?=[\s:,{}\[]|$)")
_TITLE_OPTION = re.compile(
    r"\b(?:title|filename|file|caption|name)\s*[=:]\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s,}]+))", re.I
)
_FILE = re.compile(r"^\s*[:,]?\s*(?P<a>[\w가-힣./-]*[\w가-힣-]\.[A-Za-z]\w{0,7})\s*$")
_WORDS = re.compile(r"^\s*[:,]?\s*(?P<a>[^{}=]*[가-힣][^{}=]*?)\s*$")
_UNFIT = re.compile(r"[\"'<>&{}`\\\[\]|*_$]+")


def read_infos(draft: Draft) -> Draft:
    """Write every fence's info as `language title="words"`, the form that highlighting knows."""
    gone: list[Traced] = []
    return draft.with_blocks([_read(block, gone) for block in draft.blocks]).drop(gone, "markup")


def _read(block: Block, gone: list[Traced]) -> Block:
    if block.children:
        return with_children(block, (_read(child, gone) for child in block.children))
    if block.kind != "fence" or not block.marker or _PLAIN.fullmatch(block.marker.text):
        return block
    info = block.marker
    found = _LANGUAGE.match(info.text)
    language = info[found.start("language") : found.end("language")] if found else NOTHING
    start, end = _title(info.text, found.end() if found else 0)
    title = info[start:end].sub(_UNFIT, lambda _: "").strip()
    gone += [info[: found.start("language") if found else 0], info[found.end() if found else 0 : start], info[end:]]
    shown = Traced.made(' title="') + title + Traced.made('"') if title else NOTHING
    # a title without a language would be read as the language
    return replace(block, marker=(language or Traced.made("text" if title else "")) + shown)


def _title(info: str, at: int) -> tuple[int, int]:
    """Where the words stand that tell the reader which file or step the code is; an empty range where none do."""
    for pattern in (_TITLE_OPTION, _FILE, _WORDS):
        if found := pattern.search(info[at:]):
            group = next(name for name, words in found.groupdict().items() if words is not None)
            return at + found.start(group), at + found.end(group)
    return len(info), len(info)
