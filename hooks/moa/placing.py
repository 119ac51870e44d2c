"""Where a site may be put, and how it gets there in one step."""

from pathlib import Path

from moa.languages import SOURCE
from moa.problems import Problem

# A folder is taken for a site of ours, and may be replaced, where all of these stand in it.
SIGNS = ("index.html", "sitemap.xml", "assets/stylesheets/moa.css")


def refusals(docs: Path, out: Path) -> list[Problem]:
    """Why a tree cannot be built into that place: nothing that is not a site of ours may be replaced."""
    found = no_tree(docs)
    if docs == out or docs in out.parents or out in docs.parents:
        found.append(_problem(out, f"the site and {shown(docs)} lie in one another", "name another folder with OUT="))
    elif out.exists() and not _is_replaceable(out):
        found.append(_problem(out, "this is not a site built here", "empty it, or name another folder with OUT="))
    return found


def no_tree(docs: Path) -> list[Problem]:
    """Why a folder is no docs tree."""
    if (docs / SOURCE).is_dir():
        return []
    return [_problem(docs, "this is no docs tree", f"name a folder that holds {SOURCE}/ with DOCS=")]


def swap(new: Path, place: Path, aside: Path) -> None:
    """Put a folder where another may stand, which moves aside; it moves back where the new one cannot follow."""
    try:
        if place.exists():
            place.rename(aside)
        new.rename(place)
    except BaseException:
        if aside.exists() and not place.exists():
            aside.rename(place)
        raise


def shown(path: Path) -> str:
    """A path as seen from here, where it lies below."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def _is_replaceable(out: Path) -> bool:
    """Whether a place is an empty folder or a site of ours that is no git checkout."""
    if not out.is_dir():
        return False
    ours = all((out / sign).is_file() for sign in SIGNS) and not (out / ".git").exists()
    return ours or not any(out.iterdir())


def _problem(path: Path, fact: str, way_out: str) -> Problem:
    return Problem(shown(path), 0, 0, fact, way_out)
