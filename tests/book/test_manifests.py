from collections.abc import Iterator
from pathlib import Path

import kubernetes_validate
import pytest
import yaml
from tests.book.manifests import Manifest, findings

ROOT = Path(__file__).parent.parent.parent
SHOWN = sorted((ROOT / "docs/assets/manifests").iterdir())
BROKEN = sorted((ROOT / "tests/cases/manifests").iterdir())
VERSION = "1.37"  # of Kubernetes, which the book describes


def read(path: Path) -> Iterator[Manifest]:
    for content in yaml.safe_load_all(path.read_text(encoding="utf-8")):
        yield Manifest(path.name, content)


def of_schema(manifest: Manifest) -> str:
    """What the schema of the object's kind finds in it, unknown fields included; empty where nothing."""
    try:
        used = kubernetes_validate.validate(dict(manifest.object), VERSION, strict=True)
    except kubernetes_validate.ValidationError as error:
        return f"{manifest.file}: {'.'.join(map(str, error.path))}: {error.message}"
    assert used == VERSION, f"the newest schemas are those of {used}"
    return ""


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.name)
def test_every_manifest_is_valid_for_the_version_of_the_book(path: Path) -> None:
    assert not [found for manifest in read(path) if (found := of_schema(manifest))]


def test_the_manifests_fit_together() -> None:
    assert list(findings([manifest for path in SHOWN for manifest in read(path)])) == []


def test_no_manifest_speaks_one_of_the_languages() -> None:
    assert not [path.name for path in SHOWN if "#" in path.read_text(encoding="utf-8")]
    assert not [path.name for path in SHOWN if not path.read_text(encoding="utf-8").isascii()]


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.name)
def test_what_is_broken_is_found(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    expected = [line.removeprefix("# ") for line in text.splitlines() if line.startswith("# ")]
    manifests = list(read(path))
    faults = [fault for manifest in manifests if (fault := of_schema(manifest))]
    lines = faults or list(findings(manifests))
    assert [line.removeprefix(f"{path.name}: ") for line in lines] == expected
