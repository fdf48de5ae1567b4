"""What is alike in values is printed alike, and what is printed alike is alike in values."""

from decimal import Decimal

import pytest

from reportgen.figures.recorded_figures import FigureRecord
from reportgen.findings import Place
from reportgen.finished.lineage import Lineage
from reportgen.finished.snapshot import Snapshot
from reportgen.finished.tokens import Token
from reportgen.kinds import Catalogue
from reportgen.living.compare.changes import FigureChange
from reportgen.living.in_print import in_print
from reportgen.living.refresh.reading_list import ReadingList
from reportgen.messages import Multilingual
from reportgen.record import replace
from reportgen.style import Style
from reportgen.values import Bound
from tests.builders import dataset

LEVEL = "exports/CN-CQ/2021/level"
CATALOGUE = Catalogue(dataset("exports CN-CQ 2021=32.21e9"))
VALUES = [
    "0",
    "0.04",
    "1",
    "2.25",
    "2.35",
    "-2.25",
    "120e6",
    "32.21e9",
    "32.214e9",
    "32.2e9",
    "650000",
    "65432.5",
]
UNITS = ["CNY", "count", "percent", "tonne", "CNY_per_USD"]
BESIDE = [
    {},
    {"qualifier": "gt"},
    {"bound": Bound.LOWER},
    {"bound": Bound.NONE},
    {"value_to": Decimal("40e9")},
    {"value_to": Decimal("41e9")},
    {"safe": Decimal("2.4")},
    {"comparable": False, "observation": "one"},
    {"state": "achieved"},
    {"state": "behind"},
]
HALF_EVEN = Style(rounding="half_even")


@pytest.mark.parametrize("code", ["en", "zh"])
@pytest.mark.parametrize("style", [Style(), HALF_EVEN], ids=["half up", "half even"])
def test_values_and_print_agree_on_what_is_alike(code, style):
    figure = CATALOGUE.get(LEVEL)
    records = [
        FigureRecord.of(replace(figure, value=Decimal(value), unit=unit, precision=precision, **beside), CATALOGUE, style)
        for value in VALUES
        for unit in UNITS
        for precision in (7, 6, 0, -1, -2)
        for beside in BESIDE
    ]  # fmt: skip
    texts_of: dict[object, set[str]] = {}
    values_of: dict[str, set[object]] = {}
    for record in records:
        text, values = record.display.in_language(code), in_print(record, code, style)
        texts_of.setdefault(values, set()).add(text)
        values_of.setdefault(text, set()).add(values)

    assert {values: texts for values, texts in texts_of.items() if len(texts) > 1} == {}
    assert {text: values for text, values in values_of.items() if len(values) > 1} == {}
    assert len(texts_of) > 300


def test_the_other_end_of_a_range_is_compared_and_kept():
    figure = replace(CATALOGUE.get(LEVEL), value_to=Decimal("40e9"))
    before = FigureRecord.of(figure, CATALOGUE)
    now = FigureRecord.of(replace(figure, value_to=Decimal("41e9")), CATALOGUE)

    assert not FigureChange(LEVEL, before, now).is_same_in_print("en")
    assert FigureRecord.from_json(before.to_json()).value_to == 40 * 10**9


def test_a_figure_moved_where_its_number_did_and_not_where_its_words_did():
    record = FigureRecord.of(CATALOGUE.get(LEVEL), CATALOGUE)
    reworded = replace(record, display=Multilingual("32.21 billion renminbi", "322.1亿人民币"))
    revised = replace(record, value=Decimal("32.22e9"))

    assert _moved(record, reworded) == ()
    assert _moved(record, revised) == (record.key,)


def _moved(before, after):
    old, new = (
        Lineage({"language": "en", "period": "2021"}, {LEVEL: one}, {}, (), ()) for one in (before, after)
    )
    token = Token(before.key, "32.21", 0, 0, 5, "figure", before.key)
    read = ReadingList(old, new, Snapshot())._read(Place(), "32.21", [token])
    return tuple(before.key for _ in read.moved)
