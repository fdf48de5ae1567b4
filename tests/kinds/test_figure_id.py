"""What a figure's id names: its codes and years, and the same id with other codes."""

import pytest

from reportgen.kinds.figure import FigureId
from reportgen.living.refresh.rolling import role_of

SHARE = "exports.private~US/D1/2021-01--2021-11/share:2020-01--2020-11,CN,imports@cbec_2025"


def test_an_id_names_the_codes_of_its_series_its_base_and_its_target():
    assert FigureId.parse(SHARE).codes >= {"exports", "private", "US", "D1", "CN", "imports", "cbec_2025"}
    assert FigureId.parse("exports/D1/2021/level").codes == {"exports", "D1"}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (SHARE, {2021, 2020, 2025}),
        ("exports/D1/2021/level", {2021}),
        ("exports/D1/2019-12--2020-02/level", {2019, 2020}),
        ("exports/D1/2021/rank:growth_yoy", {2021}),
    ],
)
def test_an_id_names_the_years_of_its_period_its_base_and_its_target(text, years):
    assert FigureId.parse(text).years == years


def test_an_id_is_renamed_code_by_code():
    codes = {
        "exports": "exp",
        "D1": "A1",
        "CN": "CHN",
        "cbec_2025": "cbec25",
        "2021": "1999",
        "share": "part",
    }

    assert str(FigureId.parse(SHARE).renamed(codes)) == (
        "exp.private~US/A1/2021-01--2021-11/share:2020-01--2020-11,CHN,imports@cbec25"
    )


def test_the_base_of_an_id_is_its_parts_and_a_role_leaves_out_its_periods():
    read = FigureId.parse(SHARE)
    assert read.base == ("2020-01--2020-11", "CN", "imports")
    assert str(read) == SHARE
    later = FigureId.parse(SHARE.replace("2020", "2021").replace("2021-01--2021-11/share", "2022/share"))
    assert role_of(later) == role_of(read)
    assert role_of(read.with_(base=("CN", "exports"))) != role_of(read)
