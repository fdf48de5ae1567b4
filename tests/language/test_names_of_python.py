"""What stands where a value should is said in the user's words, in both languages: no name of a Python type reaches a finding."""

import ast
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import numpy
import pandas
import pytest

from reportgen.errors import TemplateError
from reportgen.excel import EXCEL
from reportgen.expressions.showable import no_value
from reportgen.language import language
from tests.excel.books import template

ROOT = Path(__file__).parents[2] / "reportgen"
TYPE_NAMES = re.compile(
    r"\b(?:tuple|set|frozenset|dict|bytes|bytearray|object at|NoneType|NaTType|NAType|ndarray|Series|DataFrame|generator|None|int|str)\b"
)


class Thing:
    pass


NO_VALUES = {
    "a list": [1],
    "a tuple": (1, 2),
    "a set": {1},
    "a frozen set": frozenset({1}),
    "an array": numpy.array([1, 2]),
    "a column": pandas.Series([1, 2]),
    "a data frame": pandas.DataFrame({"a": [1]}),
    "a dictionary": {"a": 1},
    "bytes": b"x",
    "a byte array": bytearray(b"x"),
    "an object": Thing(),
    "a generator": (one for one in "ab"),
    "none": None,
    "no time": pandas.NaT,
    "not available": pandas.NA,
}


@pytest.mark.parametrize("value", NO_VALUES.values(), ids=NO_VALUES.keys())
def test_what_is_no_value_is_said_without_the_name_of_its_type(value):
    with pytest.raises(TemplateError) as raised:
        EXCEL.compile(template({"A1": "{{ x }}"})).fill({"x": value})

    for finding in (no_value(value), raised.value.findings[0]):
        english, chinese = (language(code).what(finding) for code in ("en", "zh"))
        assert not TYPE_NAMES.search(english), english
        assert not TYPE_NAMES.search(chinese), chinese
        assert "list" not in chinese
        assert type(value).__name__ not in (*re.findall(r"\w+", chinese), *re.findall(r"[A-Z]\w+", english))


def test_numbers_that_are_none_say_what_they_are():
    assert language("en").what(no_value(Decimal("NaN"))) == "There is no value here (NaN)."


COMPARED = {"expressions/showable.py": 3, "expressions/unknown_names.py": 1, "excel/cell_writer.py": 1,
            "intake/opening.py": 1, "finished/alignment.py": 1}  # fmt: skip
"""Names of types by which our own code goes."""
FOR_US = {"figures/terms/allowed_names.py": 1, "cli/main.py": 1, "build/batches/making.py": 1}
"""Errors of our own, whose name is sent to us."""


def test_nothing_else_in_the_code_asks_for_the_name_of_a_type():
    asked = Counter(
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in ("__name__", "__qualname__")
        and isinstance(node.value, ast.Call)
        and getattr(node.value.func, "id", "") == "type"
    )

    assert asked == COMPARED | FOR_US
