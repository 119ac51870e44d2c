"""The entry of a note in notes.yml, written so that comments and other entries stay as they are."""

import hashlib
import re
from collections.abc import Mapping
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from moa.importing.note import Imported
from moa.problems import Problem

_PLAIN = re.compile(r"[^\W\d_][\w ./()+·-]*")
WIDTH = 4096  # lines are not folded: a reader of a difference sees one value a line
SPOKEN_FIELDS = frozenset({"title", "author", "date", "tags", "tag", "categories", "category", "keywords"})


class NotesFileError(Exception):
    """notes.yml holds something else than a list of entries; `problem` says where."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def read_entries(text: str, path: str) -> CommentedSeq:
    """The entries of a notes.yml text, with their comments."""
    try:
        entries = _yaml().load(text) if text.strip() else None
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = str(getattr(error, "problem", None) or "bad YAML")
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise NotesFileError(Problem(path, line, column, problem, "mend the file first")) from error
    if entries is None:
        return CommentedSeq()
    if not isinstance(entries, CommentedSeq) or not all(isinstance(entry, CommentedMap) for entry in entries):
        raise NotesFileError(Problem(path, 1, 0, "this is no list of notes", "write `- id: …` for each note"))
    return entries


def write_entries(entries: CommentedSeq, old: str, path: str, prepared: Mapping[str, str]) -> str:
    """The text of notes.yml: what did not change, comments too, stands as in the old text."""
    before = read_entries(old, path)
    lines = old.splitlines(keepends=True)
    starts = [before.lc.item(index)[0] for index in range(len(before))]
    written = lines[: starts[0]] if starts else lines
    for index, entry in enumerate(entries):
        if index >= len(before):
            written.append(prepared.get(entry["id"]) or dump_entry(entry))
            continue
        own = lines[starts[index] : [*starts, len(lines)][index + 1]]
        same = before[index] == entry
        written += own if same else [_without_end(dump_entry(entry)), *_ending(own)]
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in written)


def _ending(lines: list[str]) -> list[str]:
    """The comments and blank lines after an entry, which speak of the next one."""
    last = max((index for index, line in enumerate(lines) if line.strip() and line[0] != "#"), default=-1)
    return lines[last + 1 :]


def _without_end(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(lines[: len(lines) - len(_ending(lines))])


def dump_entry(entry: CommentedMap) -> str:
    """The text of one entry."""
    stream = StringIO()
    _yaml().dump(CommentedSeq([entry]), stream)
    return re.sub(r"(?m)^  ", "", stream.getvalue())  # the outermost list stands at the margin, lists in it do not


def _yaml() -> YAML:
    yaml = YAML()
    yaml.width = WIDTH
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def entry_of(note: Imported, note_id: str, before: Mapping[str, Any] | None) -> CommentedMap:
    """The entry of an imported note; what a person wrote in an older one (names, author, licence …) stays."""
    facts = note.metadata
    entry = CommentedMap(before) if before else CommentedMap()
    new = {
        "id": note_id,
        "short": _flow({"ko": _text(note.title)}),
        "title": _flow({"ko": _text(note.title)}),
        "author": facts.get("author"),
        "date": facts.get("date"),
        "address": facts.get("address"),
        "licence": facts.get("licence") or "not stated",
    }
    for key, value in new.items():
        entry.setdefault(key, value)
    entry["raw"] = _raw_facts(note)
    entry["left_out"] = CommentedSeq(
        _flow({"lines": _quoted(lines), "class": class_}) for lines, class_ in note.left_out
    )
    for key in ("sources", "tags"):
        if facts.get(key):
            entry[key] = list(facts[key])
    if fields := {key: value for key, value in facts.get("fields", {}).items() if key not in SPOKEN_FIELDS}:
        entry["metadata"] = fields
    entry["sections"] = list(note.sections)
    entry["imported"] = {name: _quoted(page_hash(text)) for name, text in note.pages.items()}
    return entry


def _raw_facts(note: Imported) -> dict[str, Any]:
    facts = {"file": note.raw_name, "sha256": _quoted(note.sha256), "lines": _quoted(note.raw_lines)}
    return facts if note.encoding == "utf-8" else facts | {"encoding": note.encoding}


def _text(words: str) -> str:
    """Words quoted unless they are plain: in braces YAML gives a meaning to more signs than ruamel.yaml quotes."""
    return words if _PLAIN.fullmatch(words) else _quoted(words)


def _quoted(text: str) -> DoubleQuotedScalarString:
    quoted: DoubleQuotedScalarString = DoubleQuotedScalarString(text)
    return quoted


def _flow(values: dict[str, Any]) -> CommentedMap:
    mapping = CommentedMap(values)
    mapping.fa.set_flow_style()
    return mapping


def page_hash(text: str) -> str:
    """The hash of a page as imported, by which a page that a person edited is known."""
    return hashlib.sha256(text.encode()).hexdigest()
