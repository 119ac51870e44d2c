import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from tests.unit.trees import write_tree

from moa.preview import HOST, free_port, main
from moa.problems import Problem

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("given", ["0", "65536", "-1", "80a", "http"])
def test_what_is_no_port_is_a_problem(given: str) -> None:
    assert free_port(given) == Problem(f"PORT={given}", 0, 0, "this is no port", "give a number from 1 to 65535")


def test_a_port_that_is_taken_is_passed_over_unless_it_was_asked_for() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        asked = free_port(str(taken.getsockname()[1]))
    assert isinstance(asked, Problem)
    assert asked.fact == "this port cannot be had"
    assert isinstance(free_port(""), int)


def test_all_that_is_wrong_with_a_preview_is_said_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main({"DOCS": str(tmp_path / "none"), "PORT": "x"}) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_a_preview_prints_its_address_answers_there_and_ends_on_ctrl_c(tmp_path: Path) -> None:
    docs = write_tree(tmp_path / "my docs", {"ko/index.md": "# 집 {#home}\n\n어서 온다.\n"})
    environment = {**os.environ, "DOCS": str(docs), "PORT": "", "PYTHONUNBUFFERED": "1", "SITE_URL": ""}
    command = [sys.executable, "-m", "moa.preview"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as preview:
        assert preview.stderr
        address = next(found[1] for line in preview.stderr if (found := re.search(r"Serving on (http\S+)", line)))
        with urlopen(address, timeout=10) as answer:
            assert "어서 온다" in answer.read().decode()
        preview.send_signal(signal.SIGINT)
        assert preview.wait(20) == 0
