"""Front matter: YAML between `---` lines, TOML between `+++` lines or a JSON object at the top becomes metadata."""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from moa.importing.draft import Draft, Line

LONGEST = 200
_FENCES = {"---": ("---", "..."), "+++": ("+++",), "{": ("}",)}
_FIELD = re.compile(r"\s*$|\s*#|\s+\S|[\w\"'.-]+\s*[:=]|-\s|[\[\]{}]")
_KEY = re.compile(r"^\s*[\"']?(?P<key>[\w.-]+)[\"']?\s*[:=]\s*(?P<value>.*?)\s*,?\s*$")
_KNOWN = frozenset(
    "layout title subtitle author authors date lastmod updated created tags tag categories category keywords "
    "description summary permalink slug draft published comments toc url aliases license image thumbnail".split()
)
_ALIAS = re.compile(r"(?m)(?:^|[\s:\[,-])\*[\w-]+\s*(?:$|[,\]])")
_TAG_FIELDS = ("tags", "tag", "categories", "category", "keywords")
_COMMENT = re.compile(r"^\s*<!--.*-->\s*$")
_EDGE = "\ufeff\u200b \t\u00a0"


def take_front_matter(draft: Draft) -> Draft:
    """Move front matter to the metadata, even with blank lines before its fences; a lone rule stays a rule."""
    start = next((index for index, line in enumerate(draft.lines) if not _is_before(line.text)), None)
    if start is None:
        return draft
    opening = draft.lines[start].text.strip(_EDGE)
    if opening in _FENCES and (end := _end(draft.lines, start, opening)) is not None:
        return _taken(draft, start, end, opening)
    return _take_open(draft, start, opening)


def _is_before(text: str) -> bool:
    return not text.strip(_EDGE) or _COMMENT.match(text) is not None


def _end(lines: Sequence[Line], start: int, opening: str) -> int | None:
    """The line that closes front matter, where all lines before it can be fields and one of them is."""
    for index, line in enumerate(lines[start + 1 : start + LONGEST], start + 1):
        text = line.text if opening == "{" else line.text.strip()
        if text.rstrip() in _FENCES[opening]:
            return index if any(_KEY.match(field.text) for field in lines[start + 1 : index]) else None
        if not _FIELD.match(line.text):
            return None
    return None


def _taken(draft: Draft, start: int, end: int, opening: str) -> Draft:
    source = "\n".join(line.text for line in draft.lines[start + 1 : end])
    rest = _without(draft, start, end + 1)
    try:
        return _learn(rest, _read(source, opening))
    except (YAMLError, ValueError, RecursionError) as error:  # TOML's and JSON's errors are ValueErrors
        reason = str(getattr(error, "problem", "") or "bad syntax")
        rest = rest.remark(
            draft.lines[start].content.start,
            f"the front matter cannot be read as a whole ({reason})",
            "compare its entry in notes.yml",
        )
        return _learn(rest, _by_line(source.split("\n")))


def _read(source: str, opening: str) -> Mapping[Any, Any]:
    if _ALIAS.search(source):  # a few aliases of aliases can stand for gigabytes
        raise ValueError(source)
    if opening == "+++":
        return tomllib.loads(source)
    fields = json.loads(f"{{{source}}}") if opening == "{" else YAML(typ="safe").load(source)
    return fields if isinstance(fields, Mapping) else {}


def _take_open(draft: Draft, start: int, opening: str) -> Draft:
    """Fields at the top that no fence closes, or none opens: they end at a blank line, and most are well known."""
    fenced = opening in _FENCES
    first = start + fenced
    end = next((i for i in range(first, len(draft.lines)) if not _KEY.match(draft.lines[i].text)), len(draft.lines))
    fields = _by_line([line.text for line in draft.lines[first:end]])
    known = [key for key in fields if key.lower() in _KNOWN]
    ends = end == len(draft.lines) or not draft.lines[end].text.strip(_EDGE)
    if not ends or len(known) < 2 or 2 * len(known) < end - first or not {"title", "layout"} & {*known}:
        return draft
    fact = "this front matter is never closed" if fenced else "these lines were read as front matter"
    way_out = "compare its entry in notes.yml"
    return _learn(_without(draft, start, end), fields).remark(draft.lines[start].content.start, fact, way_out)


def _without(draft: Draft, start: int, end: int) -> Draft:
    gone = [line.content for line in draft.lines[start:end]]
    return draft.with_lines((*draft.lines[:start], *draft.lines[end:])).drop(gone, "metadata")


def _by_line(lines: Sequence[str]) -> dict[str, Any]:
    """Fields read a line at a time, for front matter whose syntax is broken."""
    found = (_KEY.match(line) for line in lines)
    return {field["key"]: field["value"].strip("\"'") for field in found if field and field["value"]}


def _learn(draft: Draft, fields: Mapping[Any, Any]) -> Draft:
    plain = {str(key): _plain(value) for key, value in fields.items() if value is not None}
    tags = [str(tag) for name in _TAG_FIELDS for tag in _listed(plain.get(name))]
    known = {key: _one(plain[key]) for key in ("title", "author", "date") if plain.get(key)}
    address = next((plain[key] for key in ("permalink", "canonical", "url", "link") if plain.get(key)), None)
    licence = plain.get("license") or plain.get("licence")
    return draft.learn(
        **known, address=address and str(address), licence=licence and str(licence), tags=tags, fields=plain
    )


def _one(value: Any) -> str:
    return ", ".join(str(item) for item in value) if isinstance(value, list) else str(value)


def _listed(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return re.split(r"[,\s]+", value.strip("[] ")) if isinstance(value, str) and value.strip() else []


def _plain(value: Any) -> Any:
    """Values as notes.yml keeps them: a mapping becomes its name or its text, dates and other kinds become text."""
    if isinstance(value, Mapping):
        return str(value["name"]) if value.get("name") else ", ".join(f"{k}: {_plain(v)}" for k, v in value.items())
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, bool | int | float | str) else str(value)
