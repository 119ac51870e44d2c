"""Which entry of notes.yml a raw note belongs to."""

from collections.abc import Mapping, Sequence
from typing import Any

from moa.importing.ids import distinct
from moa.importing.note import Imported

Entry = Mapping[str, Any]


class KnownNotes:
    """The entries that a tree had before an import, by content, file name and id; each is found once."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._by_id = {str(entry.get("id")): entry for entry in entries}
        self._ids = set(self._by_id)
        self._by_hash: dict[str, list[str]] = {}
        self._by_file: dict[str, list[str]] = {}
        for id_, entry in self._by_id.items():
            self._by_hash.setdefault(_raw(entry, "sha256"), []).append(id_)
            self._by_file.setdefault(_raw(entry, "file"), []).append(id_)

    def find(self, note: Imported, wanted: str) -> Entry | None:
        """The entry of the same raw file: the same content, or the same name under the same id."""
        alike = [id_ for id_ in self._by_hash.get(note.sha256, []) if id_ in self._by_id and wanted in ("", id_)]
        id_ = alike[0] if alike else wanted or note.suggested_id
        entry = self._by_id.get(id_)
        return entry if entry and (alike or _raw(entry, "file") == note.raw_name) else None

    def namesake(self, note: Imported) -> str:
        """The id of an entry whose raw file has the same name and other content, or nothing."""
        return next((id_ for id_ in self._by_file.get(note.raw_name, []) if id_ in self._by_id), "")

    def with_id(self, id_: str) -> Entry | None:
        """The entry that has an id."""
        return self._by_id.get(id_)

    def new_id(self, note: Imported) -> str:
        """An id that no note has, these or those of the import so far."""
        return distinct(note.suggested_id, self._ids, "note")

    def settle(self, id_: str) -> None:
        """Take note that this import has dealt with an id: no other raw file of the import is this note."""
        self._ids.add(id_)
        self._by_id.pop(id_, None)


def _raw(entry: Entry, field: str) -> str:
    raw = entry.get("raw")
    return str(raw.get(field)) if isinstance(raw, Mapping) else ""
