"""`.make/environment` with a Python that makes an environment of one file: a copy of itself, which logs every call."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.house.scripts import Done, program, project, run

LOGGING_PYTHON = r"""
echo "$*" >>"$LOG"
case "$1 $2" in
"-c import sys; print(sys.executable)") echo "$0" ;;
"-c import sys; print("*) echo 3.11 ;;
"--version "*) echo Python 3.11 ;;
"-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
"-m pip") [ ! -f pip-fails ] ;;
esac
"""
RUN, DEV = "requirements.txt", "requirements-dev.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = project(tmp_path / "my notes")
    program(tmp_path / "bin/python3", LOGGING_PYTHON)
    for name in (RUN, DEV, "pyproject.toml"):
        (made / name).write_text(f"{name}\n")
    return made


def set_up(folder: Path, *locks: str) -> Done:
    bin_ = folder.parent / "bin"
    return run(folder, ".make/environment", *locks, PATH=f"{bin_}:/usr/bin:/bin", LOG=str(folder.parent / "log"))


def calls(folder: Path) -> list[str]:
    """What was made or installed since the last look."""
    log = folder.parent / "log"
    lines = log.read_text().splitlines() if log.exists() else []
    log.write_text("")
    return [line.split()[-1] for line in lines if line.startswith(("-m venv", "-m pip"))]


def test_the_first_time_makes_the_environment_and_installs_everything(folder: Path) -> None:
    assert set_up(folder, RUN, DEV).returncode == 0
    assert calls(folder) == [".venv", RUN, ".", DEV]


def test_the_second_time_installs_nothing(folder: Path) -> None:
    set_up(folder, RUN, DEV)
    calls(folder)
    done = set_up(folder, RUN, DEV)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert calls(folder) == []


def test_more_lists_are_installed_into_the_same_environment(folder: Path) -> None:
    set_up(folder, RUN)
    calls(folder)
    set_up(folder, RUN, DEV)
    assert calls(folder) == [DEV]


@pytest.mark.parametrize(("changed", "again"), [(RUN, [RUN, "."]), (DEV, [DEV]), ("pyproject.toml", [RUN, "."])])
def test_a_changed_list_is_installed_again_and_no_other(folder: Path, changed: str, again: list[str]) -> None:
    set_up(folder, RUN, DEV)
    calls(folder)
    (folder / changed).write_text("other\n")
    set_up(folder, RUN, DEV)
    assert calls(folder) == again


def test_a_list_that_only_got_a_new_date_is_not_installed_again(folder: Path) -> None:
    set_up(folder, RUN)
    calls(folder)
    (folder / RUN).touch()
    set_up(folder, RUN)
    assert calls(folder) == []


def test_an_environment_that_was_half_made_is_made_again(folder: Path) -> None:
    (folder / "pip-fails").touch()
    assert set_up(folder, RUN).returncode != 0
    (folder / "pip-fails").unlink()
    calls(folder)
    assert set_up(folder, RUN).returncode == 0
    assert calls(folder) == [".venv", RUN, "."]


def test_an_environment_that_was_moved_with_its_folder_is_made_again(folder: Path) -> None:
    set_up(folder, RUN)
    calls(folder)
    moved = folder.rename(folder.parent / "elsewhere")
    set_up(moved, RUN)
    assert calls(moved) == [".venv", RUN, "."]


def test_an_environment_whose_python_is_gone_is_made_again(folder: Path) -> None:
    set_up(folder, RUN)
    calls(folder)
    (folder / ".venv/bin/python").unlink()
    set_up(folder, RUN)
    assert calls(folder) == [".venv", RUN, "."]


@pytest.mark.skipif(not shutil.which("flock"), reason="this system has no flock")
def test_two_that_start_at_once_do_not_disturb_each_other(folder: Path) -> None:
    with ThreadPoolExecutor() as pool:
        done = list(pool.map(lambda _: set_up(folder, RUN), range(3)))
    assert [each.returncode for each in done] == [0, 0, 0]
    assert calls(folder) == [".venv", RUN, "."]
