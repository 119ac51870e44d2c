import re
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
OLDEST = "3.11.0"
# Each list with those whose versions it keeps to.
KEPT = {
    "requirements": [],
    "requirements-overlaps": ["requirements"],
    "requirements-dev": ["requirements", "requirements-overlaps"],
    "requirements-bench": ["requirements", "requirements-overlaps"],
}
LISTS = list(KEPT)
INSTALLED = [name for name in LISTS if name != "requirements-bench"]  # by make test
_PIN = re.compile(r"^([\w.-]+)==(\S+)((?: \\\n    --hash=sha256:[0-9a-f]{64})*)$", re.M)


def pins(name: str) -> dict[str, tuple[str, int]]:
    """Version and number of hashes of each package of a lock."""
    text = (ROOT / f"{name}.txt").read_text()
    return {found[1]: (found[2], found[3].count("--hash")) for found in _PIN.finditer(text)}


def asked(name: str) -> set[str]:
    """The packages that a list asks for by hand."""
    lines = (ROOT / f"{name}.in").read_text().splitlines()
    names = (re.match(r"[\w.-]+", line) for line in lines)
    return {canonicalize_name(found[0]) for found in names if found and not found[0].startswith("-")}


@pytest.mark.parametrize("name", LISTS)
def test_every_package_has_one_version_and_hashes(name: str) -> None:
    lines = [line for line in (ROOT / f"{name}.txt").read_text().splitlines() if re.match(r"[^\s#]", line)]
    assert len(lines) == len(pins(name))
    assert all(hashes > 0 for _, hashes in pins(name).values())


@pytest.mark.parametrize("name", LISTS)
def test_a_lock_holds_what_its_list_asks_for(name: str) -> None:
    assert asked(name)
    assert asked(name) <= pins(name).keys()


@pytest.mark.parametrize("name", LISTS)
def test_a_lock_names_no_address_to_fetch_from(name: str) -> None:
    for suffix in ("in", "txt"):
        lines = (ROOT / f"{name}.{suffix}").read_text().splitlines()
        options = [line for line in lines if line.startswith("-")]
        assert not [line for line in lines if "://" in line]
        assert options == ([f"-c {kept}.txt" for kept in KEPT[name]] if suffix == "in" else [])


def test_locks_agree_on_the_packages_they_share() -> None:
    versions: dict[str, set[tuple[str, int]]] = {}
    for name in LISTS:
        for package, pin in pins(name).items():
            versions.setdefault(package, set()).add(pin)
    assert {package: found for package, found in versions.items() if len(found) > 1} == {}


def test_the_site_does_without_what_looks_for_overlaps() -> None:
    assert not {"numpy", "scipy", "sparse-dot-topn", "kiwipiepy"} & pins("requirements").keys()


def test_every_package_installs_on_the_oldest_python() -> None:
    names = {name for lock in INSTALLED for name in pins(lock)}
    needed = {name: found[0] for name in names if (found := distribution(name).metadata.get_all("Requires-Python"))}
    assert len(needed) > 30
    assert {name: spec for name, spec in needed.items() if not SpecifierSet(spec).contains(OLDEST)} == {}
