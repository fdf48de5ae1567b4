"""LibreOffice works every formula of the book out anew and agrees with every cached value."""

import pytest

from reportgen.ooxml import Package
from tests.databook.books import book, real_book, rows_of
from tests.databook.recalculation import disagreements, formulas_in


@pytest.mark.parametrize("language", ["en", "zh"])
def test_libreoffice_agrees_with_every_cached_value_of_the_real_figures(language, soffice):
    data = real_book(language)
    assert len(formulas_in(data)) > 250
    assert disagreements(data, soffice(data, "xlsx", "book.xlsx")) == []


@pytest.mark.parametrize(
    "lines",
    [
        "trade CN-CQ 2020=0.005e9 2021=32.205e9 2021:yoy=12.25",
        "trade CN-CQ 2020=-3e9 2021=4e9",
        "trade CN-CQ 2022-01--2022-02=100e9 2022-01--2022-03=160.5e9 2022-01--2022-04=~210e9 2021-01--2021-03=150e9",
        "exports.cars~US CN-CQ 2022=20e9 2023=>33e9 2023:yoy=51.9",
        "exports CN-CQ 2021=5e11 2022=5.5e11\nimports CN-CQ 2021=3e11 2022=2e11",
        "trade CN-CQ 2021=30e9 2022=45e9 2023=47e9 2025:target:2021=>70e9",
        "trade CN-CQ 2021=30e9 2023=90e9 2023:target:2021=>70e9",
        "trade CN-CQ 2022-01--2022-05=20e9 2022:target=>70e9",
    ],
)
def test_libreoffice_agrees_with_ties_bounds_signs_and_wildcards(lines, soffice):
    data = book("en", lines)
    assert formulas_in(data)
    assert disagreements(data, soffice(data, "xlsx", "book.xlsx")) == []


def test_a_cached_value_that_is_wrong_is_caught(soffice):
    data = book("en")
    growth = next(row for row in rows_of(data, "Growth calculations") if row["Calculation"] == "implied base")
    package = Package.open(data)
    part = next(
        name for name in package.names() if f"<v>{growth['Result']}</v>".encode() in package.read(name)
    )
    before = f"<v>{growth['Result']}</v>".encode()
    package.write(part, package.read(part).replace(before, b"<v>1234.5</v>", 1))
    tampered = package.save()

    (found,) = disagreements(tampered, soffice(tampered, "xlsx", "book.xlsx"))
    assert "cached 1234.5" in found
