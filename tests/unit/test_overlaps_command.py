from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.unit.trees import write_tree

from moa.cli import main
from moa.comparing import compare
from moa.corpus import read_corpus
from moa.data import read_data
from moa.overlaps import mark, read_decisions

PAGES = {
    "ko/index.md": "# 홈 {#home}\n",
    "ko/notes/a/x.md": '# 가 {#a data-raw="1"}\n\n## 파드 {#pod data-raw="2"}\n\n파드는 **함께** 놓이는 묶음이다.\n',
    "ko/notes/b/x.md": '# 나 {#b data-raw="1"}\n\n## 묶음 {#pod data-raw="2"}\n\n파드가 노드에 놓인다.\n',
}
OVERLAPS = """# Comments stay.
- id: pod  # and this one
  keep: notes/a/x#pod
  same:
    - notes/b/x#pod

- distinct: [notes/a/x#a, notes/b/x#b]
  why: 다르다
  checked: "00000000"  # old
- {id: flow, keep: notes/a/x#a, same: [notes/b/x#b], checked: "00000000"}
"""
FILES = {**PAGES, "overlaps.yml": OVERLAPS}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_tree(tmp_path / "docs", FILES)
    return tmp_path


def moa(*arguments: str) -> Result:
    return CliRunner().invoke(main, ("overlaps", *arguments))


def wanted_mark(name: str) -> str:
    value, _ = read_data("overlaps.yml", OVERLAPS)
    decision = next(each for each in read_decisions(value).all if name in (each.id or each.addresses[0],))
    corpus = read_corpus(PAGES)
    return mark(decision, {address: section.fingerprint for address, section in corpus.by_address.items()})


def test_accepting_writes_the_mark_and_nothing_else(here: Path) -> None:
    assert moa("accept", "pod", "notes/b/x#b", "flow").exit_code == 0
    assert (here / "docs" / "overlaps.yml").read_text() == OVERLAPS.replace(
        "    - notes/b/x#pod\n", f'    - notes/b/x#pod\n  checked: "{wanted_mark("pod")}"\n'
    ).replace(
        '"00000000"  # old', f'"{wanted_mark("notes/a/x#a")}"  # old'
    ).replace('"00000000"}', f'"{wanted_mark("flow")}"}}')  # fmt: skip


def test_accepting_twice_changes_nothing(here: Path) -> None:
    moa("accept", "pod")
    again = moa("accept", "pod")
    assert (again.exit_code, again.stdout) == (0, "accepted already, nothing to change\n")


def test_nothing_is_written_when_any_name_is_in_doubt(here: Path) -> None:
    result = moa("accept", "pod", "podd", "nothing-like-it")
    assert result.exit_code == 1
    assert result.stderr == (
        "nothing-like-it: there is no such decision in overlaps.yml; name a group's id\n"
        "podd: there is no such decision in overlaps.yml; did you mean 'pod'?\n"
    )
    assert (here / "docs" / "overlaps.yml").read_text() == OVERLAPS


def test_a_group_with_a_section_that_is_gone_is_not_accepted(here: Path) -> None:
    (here / "docs" / "ko" / "notes" / "b" / "x.md").unlink()
    result = moa("accept", "pod")
    assert (result.exit_code, result.stderr) == (1, "docs/overlaps.yml:5:7: there is no section 'notes/b/x#pod'\n")


def test_showing_prints_every_telling_with_its_place_and_its_own_words(here: Path) -> None:
    result = moa("show", "pod")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.split("\n") == [
        "pod",
        "",
        "[keep] notes/a/x#pod  (docs/ko/notes/a/x.md:3)",
        "파드",
        "파드는 함께 놓이는 묶음이다.",
        "only here: 함께 놓이는",
        "",
        "[same] notes/b/x#pod  (docs/ko/notes/b/x.md:3)",
        "묶음",
        "파드가 노드에 놓인다.",
        "only here: 노드에 놓인다",
        "",
        "",
    ]


def test_look_alikes_are_shown_with_the_reason_why_they_differ(here: Path) -> None:
    assert moa("show", "notes/a/x#a").stdout.rstrip().endswith("why: 다르다")


def test_a_word_with_another_particle_is_the_same_word() -> None:
    texts = {"ko/a.md": "# 볼륨을 {#a}\n", "ko/b.md": "# 볼륨에서 볼 {#b}\n"}
    first, second = compare(section for section in read_corpus(texts).by_address.values())
    assert (first.own, second.own) == ((), ("볼",))
