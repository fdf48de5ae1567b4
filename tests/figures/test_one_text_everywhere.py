"""Sentence, table cell, chart label and Excel cell show one rounded number; Excel's own formatting gives the same text."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal

import pytest
import xlsxwriter

from reportgen.content import Number
from reportgen.figures.numbers import IN_CELL, IN_TEXT, NumberStyle, natural_power, rounded_value, show
from reportgen.figures.presentation import Presentation
from reportgen.figures.sentences import sentence
from reportgen.kinds import Catalogue
from tests.figures.made import real_data, vocabulary

LANGUAGES = ("en", "zh")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(real_data())


def excel_shows(number: Number) -> str:
    """What a spreadsheet makes of value and number format: sections, quoted texts, digits, grouping."""
    assert number.value is not None
    sections = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', number.number_format)
    value = number.value
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section, value = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    literals: list[str] = re.findall(r'"([^"]*)"', section)
    pattern = re.sub(r'"[^"]*"', "\0", section)
    codes = re.search(r"(#,##)?0(\.(0+))?", pattern)
    if codes is None:
        return literals[0]
    decimals = len(codes[3] or "")
    digits = format(abs(value), f"{',' if codes[1] else ''}.{decimals}f")
    shown = pattern[: codes.start()] + digits + pattern[codes.end() :]
    for literal in literals:
        shown = shown.replace("\0", literal, 1)
    return f"-{shown}" if value < 0 else shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_excel_shows_the_very_text_of_every_published_figure(catalogue, language):
    for figure in catalogue.all():
        for style in (IN_TEXT, IN_CELL, NumberStyle(signed=True), NumberStyle(magnitude=True, compact=True)):
            number = show(figure, language, catalogue.dataset, style)
            if number.value is not None:
                assert excel_shows(number) == number.text, figure.id


def test_both_languages_show_one_rounded_value(catalogue):
    for figure in catalogue.all():
        values = []
        for language in LANGUAGES:
            number = show(figure, language, catalogue.dataset)
            if number.value is not None:
                values.append(number.value.scaleb(natural_power(figure, language)))
        if values:
            assert values == [rounded_value(figure)] * 2, figure.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_says_the_number_that_a_cell_shows(catalogue, language):
    page = Presentation(catalogue, language)
    for figure in catalogue.all():
        if figure.value is None:
            continue
        said = [
            part
            for part in sentence(page, figure).parts
            if isinstance(part, Number) and part.key == figure.key
        ]
        cell = show(figure, language, catalogue.dataset, IN_TEXT)
        assert said, figure.id
        assert {abs(number.value or Decimal(0)) for number in said} <= {abs(cell.value or Decimal(0))}, (
            figure.id
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chart_label_and_a_table_cell_are_one_text(language):
    words = vocabulary(
        real_data(),
        language,
        tables={"t": {"title": "T", "rows": ["cbec_trade"], "columns": ["level", "yoy"], "unit": "亿"}},
        charts={
            "c": {"title": "C", "periods": ["2021"], "series": [{"indicator": "cbec_trade"}], "unit": "亿"},
            "g": {
                "title": "G",
                "periods": ["2021"],
                "series": [{"indicator": "cbec_trade", "value": ".yoy"}],
            },
        },
    )
    cells = words.table("t").table.rows[0].cells
    level, growth = words.chart("c").chart.series[0], words.chart("g").chart.series[0]

    assert [str(cell.content) for cell in cells[1:]] == [level.labels[0], growth.labels[0]]
    assert [cell.content.value for cell in cells[1:]] == [level.values[0], growth.values[0]]
    assert [cell.content.key for cell in cells[1:]] == [level.keys[0], growth.keys[0]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_shows_the_text_of_every_published_figure(catalogue, language, soffice):
    numbers = [show(figure, language, catalogue.dataset) for figure in catalogue.all()]
    numbers = [number for number in numbers if number.value is not None]
    book = io.BytesIO()
    with xlsxwriter.Workbook(book, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        for row, number in enumerate(numbers):
            sheet.write_number(
                row, 0, float(number.value), workbook.add_format({"num_format": number.number_format})
            )
    made = soffice(
        book.getvalue(), "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true", "numbers.xlsx"
    )

    with made.open(encoding="utf-8") as lines:
        assert [row[0] for row in csv.reader(lines)] == [number.text for number in numbers]
