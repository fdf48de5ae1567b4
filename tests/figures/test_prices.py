"""At which prices amounts and growth are: said where they are not current ones, and once, in sentences, paragraphs, tables."""

import pytest

from tests.builders import dataset
from tests.figures.made import vocabulary
from tests.kinds.saying import catalogue, said


def at_prices(line: str, growth: str = "", levels: str = "constant"):
    """The dataset of a line whose levels are at ``levels`` prices and whose growth ``g`` is at ``growth``."""
    plain = dataset(line)
    prices = {
        name: {"prices": levels} for name, item in plain.observations.items() if item.measure.value == "level"
    }
    if "g" in plain.observations:
        prices["g"] = {"prices": growth}
    return {"observations": prices}


LEVELS = "gdp CQ 2022=100.0e8 2023=110.0e8"


@pytest.mark.parametrize(
    ("levels", "growth", "en", "zh"),
    [
        (
            "constant",
            "constant",
            "reached 11.00 billion yuan at constant prices, up 9.5% year on year.",
            "为110.0亿元（按不变价计算），比上年增长9.5%。",
        ),
        (
            "constant",
            "current",
            "reached 11.00 billion yuan at constant prices, up 9.5% year on year at current prices.",
            "为110.0亿元（按不变价计算），按现价计算，比上年增长9.5%。",
        ),
        (
            "comparable",
            "",
            "reached 11.00 billion yuan on a comparable basis, up 9.5% year on year.",
            "为110.0亿元（按可比口径计算），比上年增长9.5%。",
        ),
        (
            "",
            "comparable",
            "reached 11.00 billion yuan, up 9.5% year on year on a comparable basis.",
            "为110.0亿元，按可比口径计算，比上年增长9.5%。",
        ),
        (
            "current",
            "constant",
            "reached 11.00 billion yuan, up 9.5% year on year at constant prices.",
            "为110.0亿元，按不变价计算，比上年增长9.5%。",
        ),
    ],
)
def test_a_level_says_its_prices_and_its_growth_says_those_that_differ(levels, growth, en, zh):
    line = f"{LEVELS} 2023:yoy=9.5#g"
    book = catalogue(line, **at_prices(line, growth, levels))
    assert said(book, "gdp/CQ/2023/level").endswith(en)
    assert said(book, "gdp/CQ/2023/level", "zh").endswith(zh)


@pytest.mark.parametrize(
    ("kind", "en", "zh"),
    [
        ("change", "rose by 1.00 billion yuan at constant prices on", "增加10.0亿元（按不变价计算）"),
        ("daily_average", "30.14 million yuan a day at constant prices", "日均3014万元（按不变价计算）"),
        ("growth_computed", "grew 10.0% year on year at constant prices", "按不变价计算，比上年增长10.0%"),
    ],
)
def test_what_is_worked_out_of_levels_at_constant_prices_says_so_too(kind, en, zh):
    book = catalogue(LEVELS, **at_prices(LEVELS))
    assert en in said(book, f"gdp/CQ/2023/{kind}")
    assert zh in said(book, f"gdp/CQ/2023/{kind}", "zh")


def words_of(line: str, language: str, growth: str = "", levels: str = "constant", **more):
    """The vocabulary of a pack about Chongqing in 2023."""
    line = line.replace(" CQ ", " CN-CQ ")
    return vocabulary(dataset(line, **at_prices(line, growth, levels)), language, "2023", **more)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "reached 11.00 billion yuan, up 1.00 billion yuan on the year before, up 9.5% at constant prices.",
        ),
        ("zh", "达110.0亿元，比上年增加10.0亿元，按不变价计算，增长9.5%。"),
    ],
)
def test_a_change_and_a_growth_at_other_prices_are_not_said_as_one(language, said):
    words = words_of(f"{LEVELS} 2023:yoy=9.5#g", language, "constant", "current")
    gdp = words["gdp"]
    assert str(words["paragraph"]([gdp, gdp.change]).unmarked.content()).endswith(said)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_paragraph_says_the_prices_of_a_level_once_for_what_follows(language):
    words = words_of(LEVELS, language)
    gdp = words["gdp"]
    text = str(words["paragraph"]([gdp, gdp.change]).unmarked.content())
    assert text.count({"en": "at constant prices", "zh": "按不变价计算"}[language]) == 1


@pytest.mark.parametrize(
    ("levels", "growth", "en", "zh"),
    [
        ("constant", "constant", "Levels and growth are at constant prices.", "绝对额和增长速度均按不变价计算。"),
        ("constant", "", "Levels are at constant prices.", "绝对额按不变价计算。"),
        ("comparable", "current", "Levels are on a comparable basis, growth at current prices.",
         "绝对额按可比口径计算，增长速度按现价计算。"),
        ("", "constant", "Levels are at current prices, growth at constant prices.",
         "绝对额按现价计算，增长速度按不变价计算。"),
    ],
)  # fmt: skip
def test_a_table_notes_at_which_prices_its_levels_and_its_growth_are(levels, growth, en, zh):
    for language, note in (("en", en), ("zh", zh)):
        definition = {"title": {"en": "T", "zh": "表"}, "rows": ["gdp"], "columns": ["level", "yoy"]}
        words = words_of(f"{LEVELS} 2023:yoy=9.5#g", language, growth, levels, tables={"t": definition})
        notes = [str(one) for one in words["tables"].t.content().notes]
        assert any(one.endswith(note) for one in notes), notes


def test_a_table_of_levels_at_current_prices_has_no_such_note():
    definition = {"title": {"en": "T", "zh": "表"}, "rows": ["gdp"], "columns": ["level", "yoy"]}
    words = words_of(LEVELS, "en", levels="current", tables={"t": definition})
    assert not any("prices" in str(one) for one in words["tables"].t.content().notes)
