"""Run the project's shell scripts in a folder of their own, beside programs that stand in for the real ones."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
Done = subprocess.CompletedProcess[str]


def program(path: Path, script: str) -> Path:
    """A shell script that can be called by that path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def project(folder: Path) -> Path:
    """A folder with the project's scripts and nothing else."""
    shutil.copytree(ROOT / ".make", folder / ".make")
    shutil.copytree(ROOT / ".ci", folder / ".ci")
    return folder


def run(folder: Path, command: str, *arguments: str, **environment: str) -> Done:
    """Run a script of a folder; without `PATH`, only the system's own programs are found."""
    given: Mapping[str, str] = {"PATH": "/usr/bin:/bin", "HOME": str(folder), **environment}
    return subprocess.run(
        [os.path.join(".", command), *arguments],  # noqa: PTH118 (a Path would drop the leading dot)
        cwd=folder,
        env=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
