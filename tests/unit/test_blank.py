import pytest

from moa.blank import is_blank, nonblank_lines


@pytest.mark.parametrize("line", ["", " \t", "\u00a0", "\u3000", "\u200b", "\ufeff", "\r", "\u00a0 \u200b\r"])
def test_a_line_that_shows_nothing_is_blank(line: str) -> None:
    assert is_blank(line)


@pytest.mark.parametrize("line", ["가", " - ", "\u00a0.", "<hr/>"])
def test_a_line_that_shows_anything_is_not_blank(line: str) -> None:
    assert not is_blank(line)


def test_lines_count_from_one_by_line_feed_alone() -> None:
    assert nonblank_lines("a\r\n\u00a0\nb\u2028c\rd\n\ne") == {1, 3, 5}
