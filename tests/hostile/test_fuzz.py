"""Packages changed at random: see ``fuzz.py``. Values, periods, definitions and templates drawn by hypothesis."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.build.definition import read_definition
from reportgen.errors import PackError, TemplateError
from reportgen.excel import EXCEL
from reportgen.expressions.budget import Limits, spending
from reportgen.periods import Period
from reportgen.values import Quantity
from reportgen.word import WORD
from tests.build.packs import DEFINITION
from tests.hostile.fuzz import fuzz
from tests.ooxml.files import workbook
from tests.word.documents import docx_of

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NUMERIC = st.text("0123456789.,-+eE%/ 万亿<>≥约NaInf", max_size=20)


def test_packages_changed_at_random_are_answered():
    tally = fuzz(60, seed=0, most=12)
    assert tally.wrong == []


@pytest.mark.long
@pytest.mark.parametrize("seed", [11, 12])
def test_many_packages_changed_at_random_are_answered(seed):
    tally = fuzz(90, seed, most=2500)
    print(tally)
    assert tally.wrong == []


@QUICK
@given(st.one_of(TEXT, NUMERIC))
def test_any_text_is_a_period_or_a_value_error(text):
    try:
        period = Period.parse(text)
    except ValueError:
        return
    assert Period.parse(str(period)) == period


@QUICK
@given(NUMERIC)
def test_any_text_is_a_quantity_or_a_value_error(text):
    try:
        quantity = Quantity(text)
    except (ValueError, ArithmeticError, TypeError):
        return
    assert quantity.text == text


VALUES = st.recursive(
    st.one_of(
        st.booleans(), st.integers(-(10**20), 10**20), st.floats(allow_nan=True).map(repr), TEXT.map(repr)
    ),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)
KEYS = st.sampled_from(["name", "languages", "dataset", "period", "cut_off", "documents", "tables", "charts", "limits", "marks", "lineage", "en", "zh", "national_area", "x"])  # fmt: skip


def toml(value):
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).replace("\\'", "'") if not isinstance(value, str) else value


@QUICK
@given(KEYS, VALUES)
def test_any_definition_is_read_or_its_mistakes_are_named(tmp_path, key, value):
    file = tmp_path / "pack.toml"
    lines = [line for line in DEFINITION.format(area="CN-CQ").splitlines() if not line.startswith(f"{key} =")]
    file.write_text(f"{key} = {toml(value)}\n" + "\n".join(lines), encoding="utf-8")
    with suppress(PackError):
        read_definition(file)


PIECES = st.sampled_from(
    ["{{ a }}", "{{ b.c }}", "{{ xs|join(',') }}", "{{ a ~ xs }}", "{{ a * 3 }}", "{{ n ** n }}", "{{ '%s' % a }}", "{{ xs[0] }}", "{{ xs + xs }}", "{% if n > 2 %}", "{% endif %}",
     "{% for x in xs %}", "{% endfor %}", "{{ x }}", "{{ loop.index }}", "{% set a = a ~ a %}", "{{ a|replace('a', a) }}", "{{ n|round(n) }}", "{{ missing }}", "{{ a.__class__ }}", "{{", "%}", "text"]
)  # fmt: skip


@QUICK
@given(st.lists(PIECES, max_size=7))
def test_any_template_is_filled_or_its_mistakes_are_named(pieces):
    context = {"a": "a<b", "b": {"c": 1}, "xs": [1, "two", None], "n": 3}
    text = " ".join(pieces)
    for make in (
        lambda: WORD.compile(docx_of(text)).fill(context),
        lambda: EXCEL.compile(workbook([[text]])).fill(context),
    ):
        with suppress(TemplateError), spending(Limits(seconds=5)):
            make()
    assert context == {"a": "a<b", "b": {"c": 1}, "xs": [1, "two", None], "n": 3}
