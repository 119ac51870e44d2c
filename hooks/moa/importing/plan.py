"""What an import would write, decided before anything is written: all or nothing."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.comments import CommentedSeq

from moa.importing.entry import entry_of, find_entry, namesake, page_hash, read_entries, write_entries
from moa.importing.home import home_page
from moa.importing.ids import distinct
from moa.importing.ledger import as_json
from moa.importing.note import Imported
from moa.problems import Problem


@dataclass(frozen=True)
class Tree:
    """The files of a docs tree that an import may touch, by path below its root."""

    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """Files to write and files to delete, by path; ledgers by note id; problems that forbid it."""

    writes: Mapping[str, str] = field(default_factory=dict)
    deletes: tuple[str, ...] = ()
    ledgers: Mapping[str, str] = field(default_factory=dict)
    ids: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def plan_import(notes: Sequence[Imported], tree: Tree, note_id: str = "", force: bool = False) -> Plan:
    """Lay out the pages, notes.yml, home page and ledgers of some notes in a tree; raises NotesFileError."""
    entries = read_entries(tree.texts.get("notes.yml", ""), "notes.yml")
    before = home_page(entries)
    wanted: dict[str, str] = {}
    deletes: list[str] = []
    problems: list[Problem] = []
    ledgers: dict[str, str] = {}
    for note in notes:
        earlier = [entry for entry in entries if entry.get("id") not in ledgers]
        old = find_entry(earlier, note, note_id)
        if not old and not note_id and (other := namesake(earlier, note)):
            problems.append(_ambiguous(note, str(other.get("id"))))
        id_ = str(old["id"]) if old else _new_id(note, note_id, entries)
        other = next((entry for entry in entries if entry.get("id") == id_), None) if not old else None
        if other is not None and not force:
            problems.append(_taken(id_, other))
        pages = {f"ko/notes/{id_}/{name}": text for name, text in note.pages.items()}
        imported = dict((old or other or {}).get("imported") or {})
        gone = [f"ko/notes/{id_}/{name}" for name in imported if f"ko/notes/{id_}/{name}" not in pages]
        if not force:
            problems += _edited([*pages, *gone], imported, tree, pages)
        wanted |= pages
        deletes += [path for path in gone if path in tree.texts]
        _put(entries, entry_of(note, id_, old or other), id_)
        ledgers[id_] = _ledger(note, id_)
    wanted["notes.yml"] = write_entries(entries, tree.texts.get("notes.yml", ""), "notes.yml")
    home = tree.texts.get("ko/index.md")
    if home is None or home == before:
        wanted["ko/index.md"] = home_page(entries)
    writes = {path: text for path, text in wanted.items() if tree.texts.get(path) != text}
    return Plan(writes, tuple(deletes), ledgers, tuple(ledgers), tuple(problems))


def _new_id(note: Imported, note_id: str, entries: Sequence[Mapping[str, Any]]) -> str:
    return note_id or distinct(note.suggested_id, {str(entry.get("id")) for entry in entries}, "note")


def _put(entries: CommentedSeq, entry: Mapping[str, Any], id_: str) -> None:
    for index, old in enumerate(entries):
        if old.get("id") == id_:
            for key, value in entry.items():
                if old.get(key) != value or key not in old:
                    old[key] = value
            for key in [key for key in old if key not in entry]:
                del old[key]
            entries[index] = old
            return
    entries.append(entry)


def _edited(
    paths: Sequence[str], imported: Mapping[str, str | None], tree: Tree, pages: Mapping[str, str]
) -> list[Problem]:
    """Pages in the way that are not as they were imported; one that would not change is in nobody's way."""
    return [
        Problem(
            path,
            0,
            0,
            "this page was edited since it was imported, or written by hand",
            "keep it, or import with --force to overwrite it",
        )
        for path in paths
        if path in tree.texts
        and tree.texts[path] != pages.get(path)
        and page_hash(tree.texts[path]) != imported.get(path.rsplit("/", 1)[1])
    ]


def _taken(id_: str, other: Mapping[str, Any]) -> Problem:
    raw = other.get("raw")
    file = raw.get("file") if isinstance(raw, Mapping) else None
    return Problem(
        "notes.yml",
        0,
        0,
        f"the id {id_} belongs to the note from {file}",
        "choose another --id, or --force to replace that note",
    )


def _ambiguous(note: Imported, id_: str) -> Problem:
    return Problem(
        "notes.yml",
        0,
        0,
        f"{note.raw_name} was imported before, with other words, as the note {id_}",
        f"write --id {id_} if this is its new state, or another --id if it is another note",
    )


def _ledger(note: Imported, id_: str) -> str:
    facts = as_json(note.raw_name, note.sha256, note.encoding, note.characters, note.spans, f"notes/{id_}/")
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"
