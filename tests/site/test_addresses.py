import subprocess
from pathlib import Path

import pytest

from moa import addresses, repository
from moa.addresses import Addresses

GITHUB = "https://github.com/owner/book"
GITLAB = "https://gitlab.com/group/book"


@pytest.mark.parametrize(
    ("remote", "repository"),
    [
        ("https://github.com/owner/book.git", GITHUB),
        ("https://github.com/owner/book/\n", GITHUB),
        ("https://someone:secret@github.com/owner/book.git", GITHUB),
        ("git@github.com:owner/book.git", GITHUB),
        ("ssh://git@github.com:22/owner/book.git", GITHUB),
        ("git@gitlab.com:group/sub/book.git", "https://gitlab.com/group/sub/book"),
        ("https://git.example.org/owner/book.git", "https://git.example.org/owner/book"),
        ("git@work-alias:owner/book.git", None),
        ("/srv/git/book.git", None),
        ("../book", None),
        ("file:///srv/git/book.git", None),
        (r"C:\git\book", None),
        ("https://[broken", None),
        ("", None),
    ],
)
def test_a_remote_gives_the_repository_without_credentials(remote: str, repository: str | None) -> None:
    found, problems = addresses.read({}, remote)
    assert (found.repository, problems) == (repository, [])


@pytest.mark.parametrize(
    ("environment", "site", "repository"),
    [
        ({}, None, None),
        ({"SITE_URL": "https://book.example/ko"}, "https://book.example/ko/", None),
        ({"SITE_URL": "  "}, None, None),
        ({"REPO_URL": GITHUB}, "https://owner.github.io/book/", GITHUB),
        (
            {"GITHUB_REPOSITORY": "Owner/owner.github.io"},
            "https://owner.github.io/",
            "https://github.com/Owner/owner.github.io",
        ),
        ({"GITHUB_REPOSITORY": "o/b", "GITHUB_SERVER_URL": "https://git.corp"}, None, "https://git.corp/o/b"),
        (
            {"CI_PROJECT_URL": "https://gitlab.com/o/b", "CI_PAGES_URL": "https://o.gitlab.io/b"},
            "https://o.gitlab.io/b/",
            "https://gitlab.com/o/b",
        ),
        ({"GITHUB_REPOSITORY": "o/b", "REPO_URL": "https://u:p@gitlab.com/x/y"}, None, "https://gitlab.com/x/y"),
    ],
)
def test_the_environment_gives_the_addresses(
    environment: dict[str, str], site: str | None, repository: str | None
) -> None:
    found, problems = addresses.read(environment)
    assert (found.site, found.repository, problems) == (site, repository, [])


def test_the_environment_wins_over_the_remote() -> None:
    found, _ = addresses.read({"REPO_URL": "https://github.com/fork/book"}, "git@github.com:owner/book.git")
    assert found.repository == "https://github.com/fork/book"


def test_an_address_that_is_none_is_told_and_not_used() -> None:
    found, problems = addresses.read({"SITE_URL": "book.example"})
    assert found.site is None
    assert [str(problem) for problem in problems] == [
        "SITE_URL: this is not a web address; write it as https://host/path/"
    ]


@pytest.mark.parametrize(
    ("environment", "edit", "create"),
    [
        ({"REPO_URL": GITHUB}, "/edit/main/docs/ko/a.md", "/new/main?filename=docs/ko/a.md"),
        ({"REPO_URL": GITHUB, "DEFAULT_BRANCH": "old"}, "/edit/old/docs/ko/a.md", "/new/old?filename=docs/ko/a.md"),
        ({"REPO_URL": GITLAB}, "/-/edit/main/docs/ko/a.md", "/-/new/main?file_name=docs/ko/a.md"),
    ],
)
def test_edit_links_are_made_as_the_host_wants_them(environment: dict[str, str], edit: str, create: str) -> None:
    found, _ = addresses.read(environment)
    assert found.edit("docs/ko/a.md") == environment["REPO_URL"] + edit
    assert found.create("docs/ko/a.md") == environment["REPO_URL"] + create


@pytest.mark.parametrize("environment", [{}, {"REPO_URL": "https://git.example.org/o/b"}])
def test_edit_links_are_absent_where_the_host_is_unknown(environment: dict[str, str]) -> None:
    found, _ = addresses.read(environment)
    assert (found.edit("docs/ko/a.md"), found.create("docs/ko/a.md")) == (None, None)


def test_a_path_is_quoted_in_links() -> None:
    found = Addresses(repository=GITHUB, forge="github")
    assert found.edit("docs/ko/a b#.md") == f"{GITHUB}/edit/main/docs/ko/a%20b%23.md"


def test_a_tree_finds_its_folder_in_the_repository_that_holds_it(tmp_path: Path) -> None:
    docs = tmp_path / "book" / "docs"
    docs.mkdir(parents=True)
    for command in (["init", "-q"], ["remote", "add", "origin", "git@github.com:owner/book.git"]):
        subprocess.run(["git", "-C", tmp_path / "book", *command], check=True)
    found, _ = repository.find(docs, {})
    assert found.edit("ko/index.md") == f"{GITHUB}/edit/main/docs/ko/index.md"


def test_a_tree_outside_any_repository_has_no_edit_links(tmp_path: Path) -> None:
    found, problems = repository.find(tmp_path, {})
    assert (found.addresses.repository, found.edit("ko/index.md"), problems) == (None, None, [])
