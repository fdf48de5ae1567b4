"""What is said of a chart is a list as the document's language writes lists."""

from decimal import Decimal

import pytest

from reportgen.finished.snapshot import ChartSnapshot, SeriesSnapshot
from reportgen.living.refresh.said_changes import points_that_differ, said_of_points


def chart(*values):
    years = ("2021", "2022")
    exports = SeriesSnapshot("Exports", years, tuple(map(Decimal, values)))
    return ChartSnapshot(
        "word/document.xml", "", "", (exports, SeriesSnapshot("Imports", years, (Decimal(3), None)))
    )


@pytest.mark.parametrize(
    ("code", "said", "changed"),
    [
        ("en", "Exports: 2021 5, 2022 6; Imports: 2021 3, 2022 …", ("Exports: 2021 5, 2022 6", "5.5, 6.5")),
        ("zh", "Exports：2021 5、2022 6；Imports：2021 3、2022 …", ("Exports：2021 5、2022 6", "5.5、6.5")),
    ],
)
def test_points_are_listed_in_the_language_of_the_document(code, said, changed):
    assert said_of_points(chart(5, 6), code) == said
    assert list(points_that_differ(chart(5, 6), chart("5.5", "6.5"), code)) == [changed]
