"""What is no value is refused wherever it would come into a text, and not only where it is shown."""

import dataclasses
import datetime
from decimal import Decimal

import pandas
import pytest

from reportgen.content import Chart, Number, Table
from reportgen.expressions import NoValueError, environment
from reportgen.language import language


@dataclasses.dataclass
class Area:
    name: str
    population: int


class Group:
    template_names = ("total", "share")


EXPRESSIONS = (
    "v ~ 'x'", "'x' ~ v", "v|string", "[v, 1]|join('-')", "[{'a': v}]|join(attribute='a')", "'%s'|format(v)", "'%s' % v",
    "'%s %s' % (1, v)", "'%(k)s' % {'k': v}", "v|upper", "v|trim", "'a'|replace('a', v)", "[v]|map('string')|list",
    "', '.join([v])", "v|int", "v|float", "v|truncate(3)",
)  # fmt: skip
NO_VALUES = {
    "None": None,
    "NaN": float("nan"),
    "a Decimal NaN": Decimal("NaN"),
    "NaT": pandas.NaT,
    "NA": pandas.NA,
    "a list": [1, 2],
    "a mapping": {"a": 1},
    "a record": Area("Beijing", 3),
    "a group": Group(),
    "a function": len,
    "a generator": (x for x in "ab"),
    "bytes": b"x",
    "a table": Table("t", "T", (), ()),
    "a chart": Chart("c", "line", "C", (), ()),
}


def worked_out(expression, **context):
    return environment().compile_expression(expression, undefined_to_none=False)(**context)


@pytest.mark.parametrize("kind", NO_VALUES)
@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_what_is_no_value_does_not_come_into_a_text(expression, kind):
    with pytest.raises(NoValueError) as caught:
        worked_out(expression, v=NO_VALUES[kind])
    assert [one.code for one in caught.value.findings] == ["no-value"]


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("v ~ 'x'", "0x"),
        ("[v, 1]|join('-')", "0-1"),
        ("'%s/%s' % (v, 2)", "0/2"),
        ("'%d'|format(v)", "0"),
        ("none|int(default=7)", 7),
        ("'3'|int", 3),
        ("day ~ ''", "2025-01-02"),
        ("number ~ '!'", "32.2!"),
        ("yes|string", "True"),
        ("[]|join(',')", ""),
        ("{'a': 1}|urlencode", "a=1"),
        ("[{'a': 1}, {'a': 2}]|join('+', attribute='a')", "1+2"),
    ],
)
def test_values_do(expression, shown):
    context = {"v": 0, "day": datetime.date(2025, 1, 2), "number": Number("32.2"), "yes": True}
    assert worked_out(expression, **context) == shown


@pytest.mark.parametrize(
    ("value", "what", "remedy"),
    [
        (Group(), "This is no value by itself.", "Write one of its members: “share” or “total”."),
        (Area("A", 1), "This is an object that says nothing by itself.", "Write one of its members: “name” or “population”."),
        (NO_VALUES["a chart"], "A table, chart, picture, note, reference or rich text would lose what it is when it is joined with text.", "Give it a tag of its own."),
    ],
)  # fmt: skip
def test_the_members_are_named(value, what, remedy):
    with pytest.raises(NoValueError) as caught:
        worked_out("v ~ '。'", v=value)
    (found,) = caught.value.findings
    assert (language("en").what(found), language("en").remedy(found)) == (what, remedy)
