from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.cases import case_files, read_case

from moa import nav
from moa.data import Value, read_data
from moa.nav import Entry, NavItem, Note
from moa.problems import as_text

FOLDERS = st.sampled_from(["", "guide/", "guide/deep/", "notes/", "notes/a/", "notes/b/", "about/"])
PAGES = st.sets(st.builds(lambda folder, name: f"{folder}{name}.md", FOLDERS, st.sampled_from(["index", "x", "y"])))
ENTRIES = st.lists(
    st.builds(Entry, FOLDERS.filter(bool) | PAGES.filter(bool).map(min)), unique_by=lambda each: each.path
)
NOTES = st.lists(st.builds(Note, st.sampled_from(["a", "b", "c"])), unique_by=lambda note: note.id)


def outline(items: list[NavItem], depth: int = 0) -> str:
    indent = "    " * depth
    lines = []
    for item in items:
        for label, inside in item.items() if isinstance(item, dict) else [("", item)]:
            start = f"{indent}{label}:" if label else indent
            if isinstance(inside, list):
                lines.append(f"{start}\n{outline(inside, depth + 1)}")
            else:
                lines.append(f"{start} {inside}\n" if label else f"{start}{inside}\n")
    return "".join(lines)


def flat(items: list[NavItem]) -> list[str]:
    found = []
    for item in items:
        for inside in item.values() if isinstance(item, dict) else [item]:
            found += flat(inside) if isinstance(inside, list) else [inside]
    return found


@pytest.mark.parametrize("path", case_files("nav"), ids=lambda path: path.stem)
def test_a_tree_has_the_navigation_that_its_case_shows(path: Path) -> None:
    case = read_case(path)
    values = {name: read_data(name, text)[0] for name, text in case.files.items() if name.endswith(".yml")}
    entries, faults = nav.read(values["nav.yml"], "nav.yml") if "nav.yml" in values else (None, [])
    notes = nav.read_notes(values.get("notes.yml", Value()))
    items, problems = nav.plan(entries, case.files["pages"].split(), notes, case.options[0], "nav.yml")
    assert outline(items) + as_text([*faults, *problems]) == case.expected


@given(ENTRIES | st.none(), PAGES, NOTES)
def test_every_page_stands_in_the_navigation_once(
    entries: list[Entry] | None, pages: set[str], notes: list[Note]
) -> None:
    items, _ = nav.plan(entries, pages, notes, "ko")
    assert sorted(flat(items)) == sorted(pages)


@given(ENTRIES, PAGES, NOTES)
def test_the_order_does_not_depend_on_how_files_are_listed(
    entries: list[Entry], pages: set[str], notes: list[Note]
) -> None:
    assert nav.plan(entries, sorted(pages), notes, "ko") == nav.plan(entries, sorted(pages, reverse=True), notes, "ko")
