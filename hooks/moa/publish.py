"""Build a docs tree into a site, and put it in its place only when it is good."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from moa.placing import refusals, shown, swap
from moa.problems import Problem


def publish(project: Path, docs: Path, out: Path, strict: bool) -> int:
    """Replace the site in `out` with a fresh one of `docs`, or leave it untouched.

    `project` holds mkdocs.yml. Exit status: 0 = in place, 1 = the tree does not build, 2 = wrong usage.
    """
    docs, out = docs.expanduser().resolve(), out.expanduser().resolve()
    if problems := refusals(docs, out):
        print(*problems, sep="\n", file=sys.stderr)
        return 2
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}.", dir=out.parent) as building:
        site = Path(building, "site")
        if build(project, docs, site, strict) != 0:
            print(f"{shown(docs)} does not build; {shown(out)} is as it was", file=sys.stderr)
            return 1
        swap(site, out, Path(building, "old"))
    print(f"the site is in {shown(out)}")
    return 0


def build(project: Path, docs: Path, site: Path, strict: bool) -> int:
    """Run mkdocs with the settings of `project` over a docs tree; its exit status."""
    # Not --quiet: mkdocs would then not count the warnings either, and call every tree good.
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict" if strict else "--no-strict"]
    environment = {**os.environ, **dated(docs, os.environ), "MOA_DOCS": str(docs), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run([*mkdocs, "--site-dir", str(site)], cwd=project, env=environment, check=False).returncode


def dated(docs: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """SOURCE_DATE_EPOCH from the last commit, unless it is set: two builds of one commit are then the same bytes."""
    if "SOURCE_DATE_EPOCH" in environment:
        return {}
    command = ["git", "-C", str(docs), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return {}
    return {"SOURCE_DATE_EPOCH": seconds} if done.returncode == 0 and (seconds := done.stdout.strip()) else {}


def main(environment: Mapping[str, str]) -> int:
    """`make site`: DOCS, OUT and STRICT come as environment variables, so that any path passes unharmed."""
    docs, out = Path(environment.get("DOCS") or "docs"), Path(environment.get("OUT") or "site")
    try:
        return publish(Path.cwd(), docs, out, strict=environment.get("STRICT", "1") != "0")
    except OSError as error:
        fact = error.strerror or str(error)
        print(Problem(str(error.filename or out), 0, 0, fact, "name another folder with OUT="), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; nothing was replaced", file=sys.stderr)
        return 130


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # ends as Ctrl-C does: the half-built site is removed
    sys.exit(main(os.environ))
