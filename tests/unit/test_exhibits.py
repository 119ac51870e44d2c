import pytest

from moa.exhibits import is_exhibit
from moa.showing import show_exhibits

FILES = {"assets/manifests/users.yaml": "kind: Pod\n# ```\n"}
BAR = (
    '<div class="moa-manifest" data-search-exclude="manifest"><span>users.yaml</span>'
    '<a href="{}assets/manifests/users.yaml" download aria-label="{}">{}</a></div>'
)
CODE = "````yaml\nkind: Pod\n# ```\n````"


@pytest.mark.parametrize(
    ("language", "url", "bar"),
    [
        ("ko", "guide/pods/", BAR.format("../../", "users.yaml 내려받기", "내려받기")),
        ("en", "en/guide/pods/", BAR.format("../../../", "Download users.yaml", "Download")),
        ("ko", "", BAR.format("", "users.yaml 내려받기", "내려받기")),
    ],
)
def test_a_manifest_is_shown_as_code_with_a_way_to_download_it(language: str, url: str, bar: str) -> None:
    shown = show_exhibits("before\n::: manifest users.yaml\nafter", FILES, language, url)
    assert shown == f"before\n\n{bar}\n\n{CODE}\n\nafter"


@pytest.mark.parametrize(
    "text",
    ["no directive", "- ::: manifest users.yaml", "```\n::: manifest users.yaml\n```", "::: gather users.yaml", ":::"],
)
def test_other_lines_stay(text: str) -> None:
    assert show_exhibits(text, FILES, "ko", "") == text


@pytest.mark.parametrize("text", ["::: manifest gone.yaml", "::: diagram users.yaml", "::: manifest ../../secret.yaml"])
def test_what_is_not_there_is_left_out(text: str) -> None:
    assert show_exhibits(text, FILES, "ko", "") == ""


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("assets/diagrams/cluster.svg", True),
        ("assets/manifests/users.yaml", True),
        ("assets/manifests/users.yml", True),
        ("assets/manifests/deep/users.yaml", False),
        ("assets/manifests/users.txt", False),
        ("assets/images/logo.svg", False),
        ("ko/assets/diagrams/cluster.svg", False),
    ],
)
def test_only_files_of_the_two_folders_are_shown(path: str, shown: bool) -> None:
    assert is_exhibit(path) is shown
