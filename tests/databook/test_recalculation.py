"""LibreOffice works every formula of the book out anew and agrees with every cached value."""

import pytest

from reportgen.ooxml import Package
from tests.databook.books import book, real_book, rows_of
from tests.databook.recalculation import disagreements, formulas_in

LINES = (
    "trade CN-CQ 2020=0.005e9 2021=32.205e9 2021:yoy=12.25",
    "trade CN-CQ 2020=-3e9 2021=4e9",
    "trade CN-CQ 2022-01--2022-02=100e9 2022-01--2022-03=160.5e9 2022-01--2022-04=~210e9 2021-01--2021-03=150e9",
    "exports.cars~US CN-CQ 2022=20e9 2023=>33e9 2023:yoy=51.9",
    "exports CN-CQ 2021=5e11 2022=5.5e11\nimports CN-CQ 2021=3e11 2022=2e11",
    "trade CN-CQ 2021=30e9 2022=45e9 2023=47e9 2025:target:2021=>70e9",
    "trade CN-CQ 2021=30e9 2023=90e9 2023:target:2021=>70e9",
    "trade CN-CQ 2022-01--2022-05=20e9 2022:target=>70e9",
)


def tampered():
    """A book with one cached value that is wrong."""
    data = book("en")
    growth = next(row for row in rows_of(data, "Growth calculations") if row["Calculation"] == "implied base")
    package = Package.open(data)
    before = f"<v>{growth['Result']}</v>".encode()
    part = next(name for name in package.names() if before in package.read(name))
    package.write(part, package.read(part).replace(before, b"<v>1234.5</v>", 1))
    return package.save()


@pytest.mark.long
def test_libreoffice_agrees_with_every_cached_value_and_would_not_with_a_wrong_one(soffice_many):
    """Ties, bounds, signs and wildcards one by one, the real figures in both languages; one start of LibreOffice for all."""
    books = {f"{number}.xlsx": book("en", lines) for number, lines in enumerate(LINES)}
    books |= {f"real-{language}.xlsx": real_book(language) for language in ("en", "zh")}
    assert all(formulas_in(data) for data in books.values())
    assert len(formulas_in(books["real-en.xlsx"])) > 250
    recalculated = soffice_many(books | {"tampered.xlsx": tampered()})

    (caught,) = disagreements(tampered(), recalculated["tampered.xlsx"])
    assert "cached 1234.5" in caught
    assert {name: disagreements(data, recalculated[name]) for name, data in books.items()} == {
        name: [] for name in books
    }
