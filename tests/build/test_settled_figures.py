"""A pack whose target is reached builds: what does not apply prints its sign, and only what is unknown stops a build."""

import pytest

from reportgen.build.build import build
from reportgen.errors import ReportgenError
from tests.build.packs import pack, text_of

REACHED = "cbec_trade CN-CQ 2020=60e9 2021=75.2e9 2025:target:2020=>70e9"
TEMPLATE = (
    "{{ cbec_trade.target.completion }}, {{ cbec_trade.target.required_growth }}, {{ cbec_trade.target.status }}",
)


def test_a_pack_whose_target_is_reached_builds(tmp_path):
    folder = build(pack(tmp_path, REACHED, paragraphs=TEMPLATE)).placed.folder
    assert text_of(folder / "brief-en.docx") == "107.4%, —, achieved"
    assert text_of(folder / "brief-zh.docx") == "107.4%, —, 已完成"


def test_the_pace_of_a_target_at_its_base_does_not_apply(tmp_path):
    lines = "cbec_trade CN-CQ 2021=60.0e9 2025:target:2021=>70e9"
    template = ("{{ cbec_trade.target.pace }} {{ cbec_trade.target.path }}",)
    folder = build(pack(tmp_path, lines, paragraphs=template)).placed.folder
    assert text_of(folder / "brief-en.docx") == "— —"


def test_what_is_unknown_stops_the_build(tmp_path):
    with pytest.raises(ReportgenError):
        build(pack(tmp_path, "cbec_trade CN-CQ 2021=60e9", paragraphs=("{{ cbec_trade.yoy }}",)))
