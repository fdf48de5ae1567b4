"""Growth and change from a level that was revised since: the number takes the latest values, and the words say so."""

import pytest

from tests.builders import dataset
from tests.figures.made import vocabulary
from tests.kinds.saying import catalogue, said

# 110.0 from 105.0 is 4.8%; from the 100.0 that were published first it would be 10.0%
BOTH = "exports CN-CQ 2022=100.0e8#p 2022=105.0e8#r 2023=110.0e8"
STATUS = {"p": {"status": "P"}, "r": {"status": "R"}}


@pytest.mark.parametrize("line", [BOTH, "exports CN-CQ 2022=105.0e8#r 2023=110.0e8"])
def test_a_growth_and_a_change_from_a_revised_base_say_so(line):
    status = {name: fields for name, fields in STATUS.items() if f"#{name}" in line}
    book = catalogue(line, observations=status)
    growth, change = "exports/CN-CQ/2023/growth_computed", "exports/CN-CQ/2023/change"
    assert said(book, growth) == "In 2023, CN-CQ’s exports grew 4.8% year on year (on a revised base)."
    assert said(book, growth, "zh").endswith("比上年增长4.8%（基数为修订数）。")
    assert said(book, change).endswith("rose by 500 million yuan on the year before (on a revised base).")
    assert said(book, change, "zh").endswith("比上年增加5亿元（基数为修订数）。")
    assert said(book, "exports/CN-CQ/2023/level").endswith(", up 4.8% year on year (on a revised base).")


def test_the_last_of_two_clauses_on_one_revised_base_says_it_for_both():
    for language, end in (
        ("en", "up 500 million yuan on the year before, or 4.8% (on a revised base)."),
        ("zh", "比上年增加5亿元，增长4.8%（基数为修订数）。"),
    ):
        words = vocabulary(dataset(BOTH, observations=STATUS), language, "2023")
        exports = words["exports"]
        assert str(words["paragraph"]([exports, exports.change]).unmarked.content()).endswith(end)


def test_growth_that_a_source_reports_and_growth_to_a_revised_value_rest_on_no_revised_base():
    reported = catalogue(f"{BOTH} 2023:yoy=5.0", observations=STATUS)
    assert "revised base" not in said(reported, "exports/CN-CQ/2023/level")
    later = catalogue("exports CN-CQ 2022=100.0e8 2023=110.0e8#r", observations={"r": {"status": "R"}})
    assert said(later, "exports/CN-CQ/2023/level").endswith("(revised), up 10.0% year on year.")


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "Growth or change is computed on a base that was revised."),
        ("zh", "增速或增减额按修订后的基数计算。"),
    ],
)
def test_a_table_notes_that_a_base_was_revised_and_not_that_the_row_was(language, note):
    definition = {"title": {"en": "T", "zh": "表"}, "rows": ["exports"], "columns": ["level", "yoy"]}
    words = vocabulary(dataset(BOTH, observations=STATUS), language, "2023", tables={"t": definition})
    notes = [str(one) for one in words["tables"].t.content().notes]
    assert any(one.endswith(note) for one in notes), notes
    assert not any(one.endswith(("Revised.", "修订。")) for one in notes), notes


def test_growth_that_was_published_with_an_earlier_value_is_not_set_beside_the_revised_one():
    """100.0 up 5.0% on 95.2; then 95.0, which is down 0.2%."""
    first = 'exports CN-CQ 2021=95.2e8 2022=100.0e8#p "100.0亿" 2022:yoy=5.0#g "5.0%"'
    bureau = {name: {"publisher": "Bureau"} for name in ("s1", "s2")}
    book = catalogue(f'{first} 2022=95.0e8#r "s2 stated|95.0亿"', observations=STATUS, sources=bureau)
    assert said(book, "exports/CN-CQ/2022/level").endswith("(revised), down 0.2% year on year.")
    holds = catalogue(first, observations={"p": {"status": "P"}})
    assert "up 5.0%" in said(holds, "exports/CN-CQ/2022/level")
