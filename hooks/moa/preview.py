"""Show a docs tree as a site that follows every edit."""

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from moa.placing import no_tree
from moa.problems import Problem

HOST, FIRST_PORT, LAST_PORT = "127.0.0.1", 8000, 8099


def free_port(given: str) -> int | Problem:
    """The port that was asked for, else the first of 8000 to 8099 that nobody listens on."""
    if given and not (given.isdecimal() and 0 < int(given) < 65536):
        return Problem(f"PORT={given}", 0, 0, "this is no port", "give a number from 1 to 65535")
    candidates = [int(given)] if given else range(FIRST_PORT, LAST_PORT + 1)
    free = next((port for port in candidates if _is_free(port)), None)
    return free or Problem(f"PORT={given or FIRST_PORT}", 0, 0, "this port cannot be had", "name another with PORT=")


def main(environment: Mapping[str, str]) -> int:
    """`make serve`: DOCS and PORT come as environment variables; on good ones mkdocs takes over this process."""
    docs = Path(environment.get("DOCS") or "docs").expanduser().resolve()
    port = free_port(environment.get("PORT", ""))
    problems = [*no_tree(docs), *([port] if isinstance(port, Problem) else [])]
    if not problems:
        # --livereload is the default by name only: with click 8.3, mkdocs 1.6 watches nothing unless told to.
        serve = ["mkdocs", "serve", "--livereload", "--dev-addr", f"{HOST}:{port}", "--watch", "overrides"]
        told = {**environment, "MOA_DOCS": str(docs), "NO_MKDOCS_2_WARNING": "1"}
        os.execve(sys.executable, [sys.executable, "-m", *serve], told)
    print(*problems, sep="\n", file=sys.stderr)
    return 2


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


if __name__ == "__main__":
    sys.exit(main(os.environ))
