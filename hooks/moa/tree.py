"""Read a docs folder from disk; what cannot be read is a problem, never a crash."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from moa.corpus import DATA_FILES, Corpus, is_page, read_corpus
from moa.exhibits import is_exhibit
from moa.problems import Problem


def load(docs: Path) -> tuple[Corpus, list[Problem]]:
    """The corpus of a docs folder and what could not be read of it; paths are relative to the folder."""
    texts: dict[str, str] = {}
    files: list[str] = []
    problems: list[Problem] = []
    root = docs.resolve()
    for path in _files(docs):
        name = printable(path.relative_to(docs).as_posix())
        fault = _unreadable(path, root)
        if fault:
            problems.append(Problem(name, 0, 0, *fault))
            continue
        files.append(name)
        if is_page(name) or name in DATA_FILES or is_exhibit(name):
            _read(path, name, texts, problems)
    return read_corpus(texts, files), problems


def from_here(problems: Iterable[Problem], docs: Path) -> list[Problem]:
    """The problems with paths relative to the current directory instead of the docs folder."""
    return [replace(problem, path=printable(os.path.relpath(docs / problem.path))) for problem in problems]


def printable(name: str) -> str:
    """A file name that can be printed, whatever bytes it is made of."""
    readable = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "\ufffd" for character in readable)


def _files(docs: Path) -> Iterator[Path]:
    """Every file below, those left out whose name starts with a dot: MkDocs does not see them either."""
    for folder, folders, names in os.walk(docs):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        # A linked folder is named among the folders and not entered: it might lead back to itself.
        linked = [name for name in folders if (Path(folder) / name).is_symlink()]
        yield from (Path(folder) / name for name in sorted([*names, *linked]) if not name.startswith("."))


def _unreadable(path: Path, root: Path) -> tuple[str, str] | None:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "this link leads nowhere", "put the file itself here"
    if not target.is_relative_to(root):
        return "this link leads out of the docs folder", "put the file itself here"
    if target.is_dir():
        return "this is a link to a folder", "put the files themselves here"
    return None if target.is_file() else ("this is not a regular file", "remove it")


def _read(path: Path, name: str, texts: dict[str, str], problems: list[Problem]) -> None:
    try:
        content = path.read_bytes()
    except OSError as error:
        problems.append(Problem(name, 0, 0, f"cannot be read: {error.strerror}", "check the file's permissions"))
        return
    try:
        texts[name] = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.append(Problem(name, line, 0, "this is not UTF-8", "save the file as UTF-8"))
