import sys
from pathlib import Path

import pytest
from tests.house.scripts import program, project, run

WORKS = f'exec "{sys.executable}" "$@"'
SHIM_OF_NOTHING = 'echo "pyenv: python3: command not found" >&2; exit 127'
OLD = f'exec "{sys.executable}" -c "import sys; sys.version_info = (3, 10, 1, 0, 0); exec(sys.argv[1])" "$2"'
WITHOUT_VENV = f'exec "{sys.executable}" -c "import sys; sys.modules[\'ensurepip\'] = None; exec(sys.argv[1])" "$2"'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project(tmp_path / "한글 이름")


def chosen(folder: Path, **programs: str) -> tuple[int, str, str]:
    for name, script in programs.items():
        program(folder / "bin" / name.replace("_", "."), script)
    # `cat` and the like are not needed, so PATH holds these programs alone.
    done = run(folder, ".make/python", PATH=str(folder / "bin"))
    return done.returncode, done.stdout.strip(), done.stderr


def test_a_python_that_works_is_chosen_by_its_whole_path(folder: Path) -> None:
    assert chosen(folder, python3=WORKS) == (0, sys.executable, "")


@pytest.mark.parametrize("bad", [SHIM_OF_NOTHING, OLD, WITHOUT_VENV], ids=["shim", "old", "without venv"])
def test_one_that_does_not_serve_is_passed_over(folder: Path, bad: str) -> None:
    assert chosen(folder, python3=bad, python3_13=bad, python3_12=WORKS) == (0, sys.executable, "")


def test_where_none_serves_each_is_named_with_what_it_lacks(folder: Path) -> None:
    status, path, said = chosen(folder, python3=OLD, python3_12=WITHOUT_VENV)
    assert (status, path) == (1, "")
    assert "python3 is 3.10, and 3.11 or newer is needed" in said
    assert (
        "python3.12 (3.11) has no venv" in said or f"({sys.version_info[0]}.{sys.version_info[1]}) has no venv" in said
    )
    assert "make PYTHON=" in said


def test_where_there_is_no_python_at_all_the_way_out_is_named(folder: Path) -> None:
    (folder / "bin").mkdir()
    status, _, said = chosen(folder)
    assert status == 1
    assert "not found, or does not start" in said
    assert "Install Python 3.11 or newer" in said


def test_the_python_that_was_asked_for_is_the_only_one_tried(folder: Path) -> None:
    program(folder / "bin/python3", WORKS)
    done = run(folder, ".make/python", PATH=str(folder / "bin"), PYTHON="python2")
    assert done.returncode == 1
    assert "python2: not found, or does not start" in done.stderr
