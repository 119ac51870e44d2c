"""Where a Chromium comes from, on machines that are a folder of stand-in programs."""

from pathlib import Path

import pytest
from tests.chromium import NAMES, install, installed
from tests.house.scripts import program

WORKS = "echo Chromium 1.0"
APT = """
echo "$*" >>"$LOG"
case "$*" in
*update*) : >"$LOG.updated" ;;
*install*chromium*fonts-noto-cjk*) [ -n "$FRESH" ] || [ -f "$LOG.updated" ] || exit 100
    printf '#!/bin/sh\\necho Chromium 1.0\\n' >"$BIN/chromium"; /bin/chmod +x "$BIN/chromium" ;;
esac
"""


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH, with sudo that asks for no password and an `env` that only runs a command."""
    folder = tmp_path / "bin"
    program(folder / "sudo", 'shift; exec "$@"')
    program(folder / "true", "exit 0")
    program(folder / "env", 'shift; exec "$@"')
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("LOG", str(tmp_path / "log"))
    monkeypatch.setenv("BIN", str(folder))
    return folder


def apt_calls(machine: Path) -> list[str]:
    return [" ".join(line.split()[3:]) for line in (machine.parent / "log").read_text().splitlines()]


def test_a_chromium_that_does_not_start_is_passed_over(machine: Path) -> None:
    program(machine / NAMES[0], "echo 'install the snap first' >&2; exit 1")
    works = program(machine / NAMES[1], WORKS)
    assert installed() == str(works)


def test_debian_installs_it_with_a_korean_font(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRESH", "yes")
    program(machine / "apt-get", APT)
    assert install() == str(machine / "chromium")
    assert apt_calls(machine) == ["install -y --no-install-recommends chromium fonts-noto-cjk"]


def test_package_lists_that_are_out_of_date_are_fetched_first(machine: Path) -> None:
    program(machine / "apt-get", APT)
    assert install() == str(machine / "chromium")
    assert [call.split()[0] for call in apt_calls(machine)] == ["install", "update", "install"]
