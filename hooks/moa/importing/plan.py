"""What an import would write, decided before anything is written: all or nothing."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.comments import CommentedMap

from moa.importing.entry import entry_of, page_hash, read_entries, write_entries
from moa.importing.home import home_page
from moa.importing.known_notes import KnownNotes
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
    problems: tuple[Problem, ...] = ()


def plan_import(notes: Sequence[Imported], tree: Tree, note_id: str = "", force: bool = False) -> Plan:
    """Lay out the pages, notes.yml, home page and ledgers of some notes in a tree; raises NotesFileError."""
    text = tree.texts.get("notes.yml", "")
    entries = read_entries(text, "notes.yml")
    places = {str(entry.get("id")): place for place, entry in enumerate(entries)}
    home = home_page(entries)
    known = KnownNotes(entries)
    placed = [_placed(note, known, tree, note_id, force) for note in notes]
    for each in placed:
        if each.id in places:
            entries[places[each.id]] = _updated(entries[places[each.id]], each.entry)
        else:
            places[each.id] = len(entries)
            entries.append(each.entry)
    prepared = {each.id: each.note.prepared for each in placed if each.is_new and each.id == each.note.suggested_id}
    wanted = {path: page for each in placed for path, page in each.pages.items()}
    wanted["notes.yml"] = write_entries(entries, text, "notes.yml", prepared)
    if tree.texts.get("ko/index.md") in (None, home):
        wanted["ko/index.md"] = home_page(entries)
    return Plan(
        writes={path: page for path, page in wanted.items() if tree.texts.get(path) != page},
        deletes=tuple(path for each in placed for path in each.gone if path in tree.texts),
        ledgers={each.id: _ledger(each.note, each.id) for each in placed},
        problems=tuple(problem for each in placed for problem in each.problems),
    )


@dataclass(frozen=True)
class _Placed:
    """A note with its id, its entry, its pages by path, and the pages that it has no longer."""

    note: Imported
    id: str
    is_new: bool
    entry: CommentedMap
    pages: Mapping[str, str]
    gone: Sequence[str]
    problems: Sequence[Problem]


def _placed(note: Imported, known: KnownNotes, tree: Tree, note_id: str, force: bool) -> _Placed:
    old = known.find(note, note_id)
    problems: list[Problem] = []
    if not old and not note_id and (other := known.namesake(note)):
        problems.append(_ambiguous(note, other))
    id_ = str(old["id"]) if old else note_id or known.new_id(note)
    before = old or known.with_id(id_)
    if before and not old and not force:
        problems.append(_taken(id_, before))
    known.settle(id_)
    folder = f"ko/notes/{id_}/"
    pages = {folder + name: text for name, text in note.pages.items()}
    imported = dict((before or {}).get("imported") or {})
    gone = [folder + name for name in imported if folder + name not in pages]
    if not force:
        problems += _edited([*pages, *gone], imported, tree, pages)
    return _Placed(note, id_, not before, entry_of(note, id_, before), pages, gone, problems)


def _updated(old: CommentedMap, new: CommentedMap) -> CommentedMap:
    """The old entry with the values of the new one, so that comments beside unchanged values stay."""
    for key, value in new.items():
        if key not in old or old[key] != value:
            old[key] = value
    for key in [key for key in old if key not in new]:
        del old[key]
    return old


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
