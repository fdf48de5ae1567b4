"""A template's own arithmetic on ``.raw``: what figures of ours would refuse is said of it."""

import pytest

from reportgen.build.build import build
from reportgen.build.check import check
from reportgen.language import language
from tests.build.packs import pack

RATIO = "{{ (cbec_trade.raw / cbec_trade.at('2020').raw) | round(1) }}"


def said(path) -> list[str]:
    findings, _ = check(path)
    return [language("en").sentence(item) for item in findings if item.code == "raw-arithmetic"]


@pytest.mark.parametrize(
    ("data", "paragraph", "expected"),
    [
        ("cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9", RATIO, None),
        ("cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:break", RATIO, "the series breaks in 2021"),
        ("cbec_trade CN-CQ 2020=7.81e9[wide] 2021=32.21e9[narrow]", RATIO, "(narrow and wide)"),
        (
            "cbec_trade CN-CQ 2020=>7.81e9 2021=32.21e9",
            RATIO,
            "only a bound or an approximate value is known",
        ),
        (
            "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=63.3",
            "{{ cbec_trade.raw - cbec_trade.yoy.raw }}",
            "the units differ",
        ),
        ("cbec_trade CN-CQ 2020=>7.81e9 2021=32.21e9", "{% if cbec_trade.raw > 5 %}more{% endif %}", None),
    ],
)
def test_what_figures_do_not_allow_is_a_finding(tmp_path, data, paragraph, expected):
    found = said(pack(tmp_path / "pack", data, (paragraph,)))
    if expected is None:
        assert found == []
    else:
        assert len(found) == 1
        assert "brief.docx" in found[0]
        assert "cbec_trade/CN-CQ/2020/level" in found[0] or "growth_yoy" in found[0]
        assert expected in found[0]
        assert "Use a figure that reportgen works out" in found[0]


def test_a_result_remembers_what_it_came_from(tmp_path):
    """Half of a sum that leads across a break, in a loop and in a workbook's cell."""
    data = "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:break"
    half = "{% set half = cbec_trade.raw * 0.5 %}{{ half + cbec_trade.at('2020').raw }}"
    cells = {"A1": "{{ cbec_trade.raw - cbec_trade.at('2020').raw }}"}
    found = said(pack(tmp_path / "pack", data, (half,), cells))
    assert {name for name in ("brief.docx", "book.xlsx") if any(name in line for line in found)} == {
        "brief.docx", "book.xlsx",
    }  # fmt: skip


def test_a_warning_builds(tmp_path):
    path = pack(tmp_path / "pack", "cbec_trade CN-CQ 2020=>7.81e9 2021=32.21e9", (RATIO,))
    built = build(path)
    assert "raw-arithmetic" in {finding.code for finding in built.findings}
