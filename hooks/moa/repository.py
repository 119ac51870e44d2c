"""The repository that holds a docs tree, as git and the environment tell."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from moa import addresses
from moa.addresses import Addresses
from moa.problems import Problem


@dataclass(frozen=True)
class Repository:
    """Addresses, and the docs tree's own folder inside the repository (ends in `/`, or is empty)."""

    addresses: Addresses = field(default_factory=Addresses)
    folder: str = ""

    def edit(self, path: str) -> str | None:
        """Where a page of the tree is edited, None where that is not known."""
        return self.addresses.edit(self.folder + path)

    def create(self, path: str) -> str | None:
        """Where a page that the tree lacks is written, None where that is not known."""
        return self.addresses.create(self.folder + path)


def find(docs: Path, environment: Mapping[str, str]) -> tuple[Repository, list[Problem]]:
    """The repository of a docs tree; a tree outside any has the addresses that the environment gives."""
    found, problems = addresses.read(environment, _git(docs, "remote", "get-url", "origin"))
    tracked = _git(docs, "rev-parse", "--is-inside-work-tree") == "true"
    # A tree that git does not know but whose repository is given is taken to be that repository's docs/.
    return Repository(found, _git(docs, "rev-parse", "--show-prefix") if tracked else "docs/"), problems


def _git(folder: Path, *arguments: str) -> str:
    """What git prints about a folder, or an empty string where it has nothing to say or is not there."""
    try:
        done = subprocess.run(["git", "-C", folder, *arguments], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
