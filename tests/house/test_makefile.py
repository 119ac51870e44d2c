"""The Makefile, beside a Python that only says how it was called."""

import shutil
from pathlib import Path

import pytest
from tests.house.scripts import ROOT, program, run

TOLD = 'echo "$* | $DOCS | $OUT | $STRICT | $PORT"'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "나의 책"
    program(made / ".venv/bin/python", TOLD)
    program(made / ".venv/bin/moa", TOLD)
    program(made / ".make/environment", 'echo "set up $*"')
    program(made / "make", 'exec /usr/bin/env make --no-print-directory "$@"')
    shutil.copy(ROOT / "Makefile", made)
    return made


def test_without_a_target_every_target_is_listed_in_a_line_each(folder: Path) -> None:
    done = run(folder, "make")
    names = [line.split()[1] for line in done.stdout.splitlines()]
    assert names == ["help", "serve", "site", "overlaps", "test", "bench", "lock", "clean"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["site"], "-m moa.publish | docs | site | 1 | "),
        (["site", "DOCS=my notes", 'OUT=/a/it\'s "here"'], '-m moa.publish | my notes | /a/it\'s "here" | 1 | '),
        (["site", "STRICT=0"], "-m moa.publish | docs | site | 0 | "),
        (["serve", "PORT=9000", "DOCS=노트"], "-m moa.preview | 노트 | site | 1 | 9000"),
    ],
)
def test_what_is_asked_for_arrives_unharmed(folder: Path, arguments: list[str], told: str) -> None:
    done = run(folder, "make", *arguments)
    assert done.stdout == f"set up requirements.txt\n{told}\n"


def test_the_detector_has_packages_of_its_own(folder: Path) -> None:
    done = run(folder, "make", "overlaps", 'DOCS=it\'s "here"')
    told = 'overlaps --docs it\'s "here" | it\'s "here" | site | 1 | '
    assert done.stdout == f"set up requirements.txt requirements-overlaps.txt\n{told}\n"


def test_nothing_is_built_where_the_set_up_fails(folder: Path) -> None:
    program(folder / ".make/environment", "exit 1")
    done = run(folder, "make", "site")
    assert (done.returncode, done.stdout) == (2, "")


def test_clean_removes_what_was_made_and_nothing_that_was_written(folder: Path) -> None:
    for made in (".venv/x", "site/x", ".moa/x", "hooks/moa.egg-info/x", "hooks/moa/__pycache__/x", ".mypy_cache/x"):
        (folder / made).parent.mkdir(parents=True, exist_ok=True)
        (folder / made).touch()
    for name in ("tests", "benchmarks"):
        (folder / name).mkdir()
    written = {"hooks/moa/cli.py", "docs/ko/index.md"}
    for name in written:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    assert run(folder, "make", "clean").returncode == 0
    left = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert left == written | {"Makefile", "make", ".make/environment"}
