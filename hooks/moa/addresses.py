"""Where the site and its sources are to be found, from the environment, else from git's remote."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlsplit, urlunsplit

from moa.problems import Problem

Forge = Literal["github", "gitlab", ""]
_SCP = re.compile(r"^(?:[^@/\s]+@)?([\w.-]{2,}):(?!//)([^\s]+)$")  # git@github.com:owner/name.git
_EDIT: dict[Forge, str] = {"github": "{repo}/edit/{branch}/{path}", "gitlab": "{repo}/-/edit/{branch}/{path}"}
_CREATE: dict[Forge, str] = {
    "github": "{repo}/new/{branch}?filename={path}",
    "gitlab": "{repo}/-/new/{branch}?file_name={path}",
}


@dataclass(frozen=True)
class Addresses:
    """The site's address (ends in `/`), the repository's (does not), and how its host wants files to be edited."""

    site: str | None = None
    repository: str | None = None
    branch: str = "main"
    forge: Forge = ""

    def edit(self, path: str) -> str | None:
        """Where a file of the repository is edited, None where that is not known."""
        return self._filled(_EDIT, path)

    def create(self, path: str) -> str | None:
        """Where a new file of that path is written, None where that is not known."""
        return self._filled(_CREATE, path)

    @property
    def name(self) -> str:
        """Owner and name of the repository, as people speak of it."""
        return urlsplit(self.repository or "").path.strip("/")

    def _filled(self, forms: Mapping[Forge, str], path: str) -> str | None:
        if not self.repository or self.forge not in forms:
            return None
        return forms[self.forge].format(repo=self.repository, branch=quote(self.branch), path=quote(path))


def read(environment: Mapping[str, str], remote: str = "") -> tuple[Addresses, list[Problem]]:
    """The addresses that SITE_URL and REPO_URL give, else the CI's own variables, else a git remote.

    A remote that is a folder or an unknown host's ssh address gives none. No user name or password is kept.
    """
    given, problems = {}, []
    for name in ("SITE_URL", "REPO_URL"):
        if written := environment.get(name, "").strip():
            given[name] = _clean(written)
            if given[name] is None:
                problems.append(Problem(name, 0, 0, "this is not a web address", "write it as https://host/path/"))
    repository = given.get("REPO_URL") or _from_ci(environment) or _from_remote(remote)
    site = given.get("SITE_URL") or environment.get("CI_PAGES_URL") or _pages(repository)
    branch = environment.get("DEFAULT_BRANCH") or environment.get("CI_DEFAULT_BRANCH") or "main"
    forge = _forge(repository, environment)
    return Addresses(f"{site.rstrip('/')}/" if site else None, repository, branch, forge), problems


def _clean(address: str) -> str | None:
    """A web address without user, password, query, fragment, `.git` and closing slash; None if it is no such thing."""
    try:
        parts = urlsplit(address)
        host = f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return urlunsplit((parts.scheme, host, parts.path.rstrip("/").removesuffix(".git"), "", ""))


def _from_ci(environment: Mapping[str, str]) -> str | None:
    if name := environment.get("GITHUB_REPOSITORY"):
        return _clean(f"{environment.get('GITHUB_SERVER_URL') or 'https://github.com'}/{name}")
    return _clean(environment.get("CI_PROJECT_URL", ""))


def _from_remote(remote: str) -> str | None:
    remote = remote.strip()
    if remote.startswith(("http://", "https://")):
        return _clean(remote)
    if remote.startswith(("ssh://", "git://")):
        parts = urlsplit(remote)
        host, path = parts.hostname or "", parts.path
    elif found := _SCP.match(remote):
        host, path = found[1], found[2]
    else:
        return None
    return _clean(f"https://{host}/{path.lstrip('/')}") if _is_known(host) else None


def _is_known(host: str) -> bool:
    return host == "github.com" or "gitlab" in host


def _forge(repository: str | None, environment: Mapping[str, str]) -> Forge:
    host = urlsplit(repository or "").hostname or ""
    if host and host in ("github.com", urlsplit(environment.get("GITHUB_SERVER_URL", "")).hostname):
        return "github"
    return "gitlab" if "gitlab" in host or host == urlsplit(environment.get("CI_SERVER_URL", "")).hostname else ""


def _pages(repository: str | None) -> str | None:
    """The GitHub Pages address of a repository on github.com."""
    parts = urlsplit(repository or "")
    owner, _, name = parts.path.strip("/").partition("/")
    if parts.hostname != "github.com" or not name:
        return None
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"
