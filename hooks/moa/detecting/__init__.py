"""Which sections of different notes may tell the same: it proposes, people decide.

Needs the packages of requirements-overlaps.txt, which the site build does without.
"""

from importlib.util import find_spec

PACKAGES = ("numpy", "scipy", "sparse_dot_topn")


def is_at_hand() -> bool:
    """Whether the packages are installed that the modules below need."""
    return all(find_spec(package) for package in PACKAGES)
