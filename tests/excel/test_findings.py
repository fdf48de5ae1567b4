"""Every finding of Excel templates: what brings it about, and what it says in both languages."""

import datetime as dt
import importlib

import pytest

from reportgen.content import Chart, Table
from reportgen.errors import PackageError, TemplateError
from reportgen.excel import EXCEL
from reportgen.findings import Finding, Severity
from reportgen.language import language, say
from tests.excel.books import template
from tests.ooxml.files import document

ROWS = [{"name": "a"}, {"name": "a"}]


def _prompt(workbook, sheet):
    sheet.data_validation("A1", {"validate": "any", "input_title": "t", "input_message": "{{ long }}"})


def _twins(workbook, sheet):
    sheet.add_table(
        "A1:B2", {"name": "Trade", "columns": [{"header": "{{ city }}"}, {"header": "{{ town }}"}]}
    )


def _table_in_a_loop(workbook, sheet):
    sheet.write("A1", "{% for r in rows %}")
    sheet.add_table("A2:A3", {"name": "Trade", "columns": [{"header": "n"}]})
    sheet.write("A3", "{{ r.name }}")
    sheet.write("A4", "{% endfor %}")


def _chart(workbook, sheet):
    sheet.write("A1", "{{ city }}")
    chart = workbook.add_chart({"type": "column"})
    chart.add_series({"values": "=Data!$B$2:$B$3"})
    sheet.insert_chart("D1", chart)


class _Refuses:
    """Raises an error of ours when it is shown: a figure that a pack cannot give."""

    def __call__(self):
        cause = Finding("break-in-series", Severity.WARNING, what="w", remedy="r")
        raise TemplateError("This figure is not to be had.", [cause])


def _groups(formula, count=2):
    return {
        "A1": f"{{% for g in range({count}) %}}", "A2": "{{ g }}", "A3": "{% for r in rows %}", "A4": "{{ r.name }}",
        "A5": "{% endfor %}", "A6": "{% endfor %}", "C7": formula,
    }  # fmt: skip


CASES = {
    "too-many-digits": (
        {"A1": "{{ 110101199003078888 }}"},
        "110101199003078888 has more than 15 digits, and Excel keeps 15 of a number.",
        "110101199003078888超过15位数字，而Excel的数字只保留15位。",
    ),
    "time-zone": (
        {"A1": "{{ zoned }}"},
        "2024-05-01 10:30:00+00:00 has a time zone, and Excel's dates and times have none.",
        "2024-05-01 10:30:00+00:00带有时区，而Excel的日期和时间没有时区。",
    ),
    "missing-value": (
        {"A1": "{{ none }}"},
        "The value is missing (none).",
        "该值缺失（none）。",
    ),
    "not-a-number": (
        {"A1": "{{ endless }}"},
        "The value is inf, which Excel has no number for.",
        "该值为inf，Excel无法以数字表示。",
    ),
    "not-one-value": (
        {"A1": "{{ rows }}"},
        "A cell holds one value, and this is a list.",
        "单元格只能容纳一个值，而这里是列表。",
    ),
    "not-one-value/table": (
        {"A1": "{{ table }}"},
        "A cell holds one value, and this is a table.",
        "单元格只能容纳一个值，而这里是表格。",
    ),
    "not-one-value/chart": (
        {"A1": "{{ chart }}"},
        "A cell holds one value, and this is a chart.",
        "单元格只能容纳一个值，而这里是图表。",
    ),
    "text-too-long": (
        {"A1": "{{ long }}"},
        "The text has 40,000 characters; Excel holds 32,767 in a cell.",
        "文本有40,000个字符；Excel单元格最多容纳32,767个。",
    ),
    "prompt-too-long": (
        _prompt,
        "A prompt of data validation has 40000 characters; Excel takes 255 there.",
        "数据验证的提示有40000个字符；Excel在此最多允许255个。",
    ),
    "expression-failed/value": (
        {"A1": "{{ 1 / 0 }}"},
        "The expression cannot be worked out: division by zero.",
        "表达式无法计算：除数为零。",
    ),
    "no-value": (
        {"A1": "{{ figure() }}"},
        "This figure is not to be had.",
        "This figure is not to be had.",
    ),
    "sheet-name": (
        {"{{ slash }}": {"A1": "x"}},
        "“a/b” cannot be a sheet's name: Excel takes 1 to 31 characters without [ ] : * ? / \\.",
        "“a/b”不能用作工作表名称：Excel要求1至31个字符，且不含 [ ] : * ? / \\。",
    ),
    "sheet-name/twice": (
        {"{{ city }}": {"A1": "x"}, "重庆": {"A1": "y"}},
        "Two sheets would be called “重庆”.",
        "有两个工作表都将名为“重庆”。",
    ),
    "no-sheet": (
        {"A1": "{%sheet for r in nothing %}", "A2": "{{ r }}"},
        "No sheet would be left in the workbook.",
        "工作簿中将不剩任何工作表。",
    ),
    "table-heads": (
        _twins,
        "The Table “Trade” would have two columns called “重庆”, which Excel does not allow.",
        "表“Trade”将有两列同名“重庆”，Excel不允许。",
    ),
    "table-repeated": (
        _table_in_a_loop,
        "The loop repeats the head of the Table “Trade”, which would become one Table with heads among its rows.",
        "循环重复了表“Trade”的标题行，结果会成为一个行中夹有标题的表。",
    ),
    "misplaced-statement/start": (
        {"A1": "a {{ city }} {% if city %}b{% endif %} c {% for r in rows %}", "B1": "{{ r.name }}{% endfor %}"},
        "{% for r in rows %} is not matched within the cell, so it belongs at the cell's start.",
        "{% for r in rows %} 在单元格内没有配对，应放在单元格开头。",
    ),
    "misplaced-statement/end": (
        {"A1": "{% for r in rows %}", "A2": "{{ r.name }}{% endfor %} rest"},
        "{% endfor %} is not matched within the cell, so it belongs at the cell's end.",
        "{% endfor %} 在单元格内没有配对，应放在单元格末尾。",
    ),
    "loops-side-by-side": (
        {
            "A1": "{% for r in rows %}{{ r.name }}{% endfor %}" "{% for r in rows %}",
            "B1": "{{ r.name }}{% endfor %}",
            "C1": "{% for r in rows %}",
            "D1": "{{ r.name }}{% endfor %}",
        },
        "Two loops stand side by side in one row, but a row repeats as a whole.",
        "同一行中并排有两个循环，而行只能整行重复。",
    ),
    "open-block/cells": (
        {"A1": "{%block for r in rows %}{{ r.name }}"},
        "The mark of a block has no partner: {%block for … %} opens it and {%block endfor %} closes it.",
        "区块标记没有配对：{%block for … %} 打开区块，{%block endfor %} 关闭区块。",
    ),
    "blocks-overlap": (
        {
            "A1": "{%block for r in rows %}{{ r.name }}",
            "A2": "{%block endfor %}",
            "C1": "{%block for r in rows %}{{ r.name }}",
            "C3": "{%block endfor %}",
        },
        "Blocks that share a row must begin and end in the same rows and have columns of their own.",
        "处于同一行的区块必须起止行相同，且各占不同的列。",
    ),
    "rows-in-block": (
        {
            "A1": "{%block for r in rows %}{% for q in rows %}{{ q.name }}",
            "B1": "{% endfor %}{%block endfor %}",
        },
        "A statement over rows stands within a block.",
        "区块内出现了针对整行的语句。",
    ),
    "chart-not-fed": (
        _chart,
        "A chart shows only cells without tags.",
        "图表所引用的单元格中没有标签。",
    ),
    "tag-not-filled": (
        {"A1": '="{{ city }}"'},
        "A tag stands where none is filled in and would come out as it is.",
        "此处的标签不会被填写，将原样输出。",
    ),
    "range-over-heads/counted": (
        _groups("=SUMPRODUCT(A4)"),
        "The rows repeat in groups, and a range of this formula takes in what stands between them.",
        "各行分组循环，该公式的区域会把各组之间的单元格也计算在内。",
    ),
    "range-over-heads/by-place": (
        _groups("=INDEX(A4,3)"),
        "The rows repeat in groups, and this formula counts the rows between them as well.",
        "各行分组循环，该公式会把各组之间的行也数在内。",
    ),
    "range-over-heads/looked-up": (
        _groups('=MATCH("a",A4,0)'),
        "The rows repeat in groups, and this formula also looks at what stands between them.",
        "各行分组循环，该公式也会查找各组之间的单元格。",
    ),
    "range-over-heads/too-many": (
        _groups("=COUNTA(A4)", 251),
        "The rows repeat in more groups than a function takes ranges, and something stands between them.",
        "各行的分组数超过一个函数可接受的区域数，且各组之间有内容。",
    ),
}  # fmt: skip


ELSEWHERE = {"values-left-out", "not-one-value/picture", "range-over-heads/chart"}
"""Asked for in test_cached_doubts.py, test_cell_pictures.py and test_sheet_charts.py."""


def findings_of(source) -> list[Finding]:
    data = (
        template(design=source)
        if callable(source)
        else template(None, **source)
        if isinstance(next(iter(source.values())), dict)
        else template(source)
    )
    table = Table("t", "", (), ())
    chart = Chart("c", "column", "", ("x",), ())
    context = {
        "city": "重庆", "town": "重庆", "none": None, "endless": float("inf"),
        "zoned": dt.datetime(2024, 5, 1, 10, 30, tzinfo=dt.UTC), "rows": ROWS, "long": "x" * 40_000,
        "table": table, "chart": chart, "nothing": [], "slash": "a/b", "figure": _Refuses(),
    }  # fmt: skip
    found = EXCEL.compile(data).lint(context)
    try:
        found += EXCEL.compile(data).fill(context).findings
    except TemplateError as error:
        found += error.findings
    return found


@pytest.mark.parametrize("key", sorted(CASES))
def test_a_finding_says_what_it_is(key):
    source, en, zh = CASES[key]
    found = [one for one in findings_of(source) if one.key == key]
    assert found, [one.key for one in findings_of(source)]
    assert (language("en").what(found[0]), language("zh").what(found[0])) == (en, zh)
    if key != "no-value":
        assert language("en").remedy(found[0])
        assert language("zh").remedy(found[0])


OF_EXPRESSIONS = {"expression-failed/value", "no-value"}


def test_every_finding_has_its_case():
    for code in ("en", "zh"):
        words = importlib.import_module(f"reportgen.language.{code}.excel")
        assert set(words.FINDINGS) - ELSEWHERE == set(CASES) - OF_EXPRESSIONS


def test_an_error_names_the_finding_it_follows_from():
    (found,) = [one for one in findings_of(CASES["no-value"][0]) if one.code == "no-value"]
    assert found.cause is not None
    assert found.cause[0] == "break-in-series"


def test_one_sentence_tells_the_first_mistake_and_how_many_more_there_are():
    with pytest.raises(TemplateError) as caught:
        EXCEL.compile(template({"A1": "{{ none }}", "A2": "{{ none }}", "A3": "{{ none }}"})).fill(
            {"none": None}
        )
    assert str(caught.value) == (
        "sheet Data, cell A1: The value is missing (none). "
        'Say what to show instead: {{ value if value is not none else "…" }}. (2 more places to look at.)'
    )
    assert say(caught.value.message, "zh").endswith("（另有2处。）")


def test_what_is_no_workbook_is_refused():
    with pytest.raises(PackageError, match="The template is no Excel workbook"):
        EXCEL.compile(document("x"))
