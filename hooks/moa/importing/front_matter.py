"""Front matter: YAML between `---` lines or TOML between `+++` lines at the top becomes metadata."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from moa.importing.draft import Draft

LONGEST = 200
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_FIELD = re.compile(r"\s*$|\s*#|\s+\S|[\w\"'.-]+\s*[:=]|-\s")
_TAG_FIELDS = ("tags", "tag", "categories", "category", "keywords")


def take_front_matter(draft: Draft) -> Draft:
    """Move front matter to the metadata, even with blank lines before its fences; a lone rule stays a rule."""
    start = next((index for index, line in enumerate(draft.lines) if line.text.strip("\ufeff \t\u00a0")), None)
    if start is None or draft.lines[start].text.strip("\ufeff \t") not in _FENCES:
        return draft
    opening = draft.lines[start].text.strip("\ufeff \t")
    end = _end(draft, start, _FENCES[opening])
    if end is None:
        return draft
    block = draft.lines[start : end + 1]
    source = "\n".join(line.text for line in block[1:-1])
    rest = draft.with_lines(draft.lines[end + 1 :]).drop((line.content for line in block), "metadata")
    try:
        fields = tomllib.loads(source) if opening == "+++" else YAML(typ="safe").load(source)
    except (YAMLError, tomllib.TOMLDecodeError, ValueError) as error:
        reason = str(getattr(error, "problem", "") or "bad syntax")
        return rest.remark(
            block[0].content.start,
            f"the front matter cannot be read ({reason})",
            "add what matters of it to notes.yml by hand",
        )
    return _learn(rest, fields if isinstance(fields, Mapping) else {})


def _end(draft: Draft, start: int, closings: tuple[str, ...]) -> int | None:
    for index, line in enumerate(draft.lines[start + 1 : start + LONGEST], start + 1):
        if line.text.strip() in closings:
            fields = draft.lines[start + 1 : index]
            return index if any("=" in line.text or ":" in line.text for line in fields) else None
        if not _FIELD.match(line.text):
            return None
    return None


def _learn(draft: Draft, fields: Mapping[Any, Any]) -> Draft:
    plain = {str(key): _plain(value) for key, value in fields.items() if value is not None}
    tags = [str(tag) for name in _TAG_FIELDS for tag in _listed(plain.get(name))]
    known = {key: str(plain[key]) for key in ("title", "author", "date") if plain.get(key)}
    address = next((plain[key] for key in ("permalink", "canonical", "url", "link") if plain.get(key)), None)
    licence = plain.get("license") or plain.get("licence")
    return draft.learn(
        **known, address=address and str(address), licence=licence and str(licence), tags=tags, fields=plain
    )


def _listed(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return re.split(r"[,\s]+", value.strip("[] ")) if isinstance(value, str) and value.strip() else []


def _plain(value: Any) -> Any:
    """Values as notes.yml keeps them: dates and other kinds become text, mappings text too."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, bool | int | float | str) else str(value)
