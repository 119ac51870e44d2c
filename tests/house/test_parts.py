"""`.make/test` and `.ci/run`, beside programs that pass or fail as told."""

from pathlib import Path

import pytest
from tests.house.scripts import Done, program, project, run

PYTHON = """
case "$*" in
*"$BREAKS"*) exit 1 ;;
"-m tests.chromium") printf %s "$FOUND"; [ -n "$FOUND" ] ;;
"-m pytest"*) echo "chromium is ${MOA_CHROMIUM:-nowhere}, the site is in $MOA_TEST_SITE" ;;
esac
"""
MOA = 'echo "moa $*"; case "$*" in *"$BREAKS"*) exit 1 ;; esac'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = project(tmp_path / "project")
    program(made / ".venv/bin/python", PYTHON)
    program(made / ".venv/bin/moa", MOA)
    return made


def run_parts(folder: Path, breaks: str = "nothing", chromium: str = "/opt/chromium", ci: str = "") -> Done:
    return run(folder, ".make/test", BREAKS=breaks, FOUND=chromium, RAW="raw", CI=ci)


def summary(done: Done) -> dict[str, str]:
    """What came of each part, by its name."""
    lines = done.stdout.split("== summary\n")[1].splitlines()
    return {words[-1].strip(): words[0].split()[0] for line in lines if len(words := line.split("  ")) > 1}


def test_all_parts_pass(folder: Path) -> None:
    done = run_parts(folder)
    assert done.returncode == 0
    assert set(summary(done).values()) == {"passed", "skipped"}
    assert f"chromium is /opt/chromium, the site is in {folder}/.moa/test-site" in done.stdout


@pytest.mark.parametrize("part", ["ruff check", "ruff format", "mypy", "moa.publish", "--docs docs", "pytest"])
def test_a_part_that_fails_stops_no_other_and_fails_the_whole(folder: Path, part: str) -> None:
    done = run_parts(folder, breaks=part)
    assert done.returncode == 1
    assert list(summary(done).values()).count("FAILED") == 1
    assert len(summary(done)) == len(summary(run_parts(folder)))


def test_the_raw_notes_are_compared_where_they_are(folder: Path) -> None:
    assert "there is no raw to compare the book with" in run_parts(folder).stdout
    (folder / "raw").mkdir()
    done = run_parts(folder)
    assert "moa check --docs docs --raw raw" in done.stdout
    assert "skipped" not in done.stdout


def test_no_chromium_is_said_loudly_and_fails_where_ci_is_set(folder: Path) -> None:
    at_home, in_ci = run_parts(folder, chromium=""), run_parts(folder, chromium="", ci="true")
    assert (at_home.returncode, in_ci.returncode) == (0, 1)
    assert "NO CHROMIUM" in at_home.stdout.split("== summary")[1]
    assert "no Chromium can be had, and CI is set" in in_ci.stdout.split("== summary")[1]
    assert "chromium is nowhere" in at_home.stdout


def test_continuous_integration_runs_make_test_at_the_root_from_any_folder(folder: Path) -> None:
    program(folder / "bin/make", 'echo "make $* in $PWD with CI=$CI"')
    (folder / "docs").mkdir()
    done = run(folder / "docs", "../.ci/run", PATH=f"{folder / 'bin'}:/usr/bin:/bin")
    assert done.stdout == f"make test in {folder} with CI=true\n"
