"""The home page of a tree that has none: the notes that were gathered, in their order."""

from collections.abc import Mapping, Sequence
from typing import Any

TITLE = "모은 노트"
LEAD = "여러 사람이 적은 노트를 한자리에 모았다. 절마다 원본의 어느 줄에서 왔는지 적혀 있다."


def home_page(entries: Sequence[Mapping[str, Any]]) -> str:
    """A page that names every note and links to its first page; made anew as long as nobody edited it."""
    lines = [
        f'# {TITLE} {{#home data-origin="editor"}}',
        "",
        LEAD,
        "",
        *(line for entry in entries for line in _item(entry)),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _item(entry: Mapping[str, Any]) -> list[str]:
    first = next(iter(entry.get("imported") or {}), None)
    short = entry.get("short") or {}
    words = str(short.get("ko") or entry.get("id"))
    for character in "\\[]*_`<{":
        words = words.replace(character, f"&#{ord(character)};")
    return [f"- [{words}](notes/{entry.get('id')}/{first})"] if first else []
