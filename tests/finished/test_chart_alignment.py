"""Which chart of one document is which of another: audit and refresh ask the same function."""

from decimal import Decimal

from reportgen.build.build import build
from reportgen.finished.alignment import align_charts
from reportgen.finished.open_document import open_finished
from reportgen.finished.snapshot import ChartSnapshot, SeriesSnapshot
from reportgen.living.audit import audit
from reportgen.living.refresh.word_charts import ChartPairs
from reportgen.ooxml import Package
from tests.living.audit.conftest import ROOT

YEARS = ("2021", "2022", "2023")


def drawn(*series, alt="", years=YEARS):
    made = tuple(SeriesSnapshot(name, years, tuple(map(Decimal, held.split()))) for name, held in series)
    return ChartSnapshot("word/document.xml", "", alt, made)


EXPORTS, IMPORTS = drawn(("Exports", "1 2 3"), alt="Exports"), drawn(("Imports", "7 8 9"), alt="Imports")


def test_charts_that_changed_places_are_known_by_what_they_draw():
    assert align_charts([EXPORTS, IMPORTS], [IMPORTS, EXPORTS]) == {0: 1, 1: 0}


def test_charts_of_the_same_series_are_told_apart_by_their_values_though_their_alternative_texts_stayed():
    here, there = drawn(("Trade", "1 2 3"), alt="A"), drawn(("Trade", "7 8 9"), alt="B")
    swapped = [drawn(("Trade", "7 8 9"), alt="A"), drawn(("Trade", "1 2 4"), alt="B")]
    assert align_charts([here, there], swapped) == {0: 1, 1: 0}


def test_charts_alike_in_nothing_go_by_their_order_only_where_asked_and_as_many_are_left():
    other = drawn(("Zones", "50 60 70"), years=("A", "B", "C"))
    assert align_charts([EXPORTS], [other]) == {}
    assert align_charts([EXPORTS], [other], in_order=True) == {0: 0}
    assert align_charts([EXPORTS, IMPORTS], [other], in_order=True) == {}
    assert align_charts([EXPORTS, IMPORTS], [other, EXPORTS], in_order=True) == {0: 1, 1: 0}


def test_a_chart_whose_series_are_called_otherwise_is_known_by_half_its_values():
    assert align_charts([EXPORTS], [drawn(("出口", "1 2 5"))]) == {0: 0}
    assert align_charts([EXPORTS], [drawn(("出口", "1 5 6"))]) == {}


def test_a_later_month_is_the_same_chart():
    later = drawn(("Exports", "2 3 4"), years=("2022", "2023", "2024"))
    assert align_charts([EXPORTS, IMPORTS], [IMPORTS, later]) == {0: 1, 1: 0}


def test_audit_and_refresh_pair_two_charts_of_a_document_that_were_exchanged_alike(tmp_path):
    build(ROOT / "examples" / "plan-2025", output=tmp_path, languages=("en",))
    path = tmp_path / "plan-2025-brief-en.docx"
    package = Package.open(path.read_bytes())
    first, second = (f"word/charts/chart{number}.xml" for number in (1, 2))
    one, other = package.read(first), package.read(second)
    package.write(first, other)
    package.write(second, one)
    path.write_bytes(package.save())

    document = open_finished(path)
    assert document.charts_as_built == {0: 1, 1: 0}
    assert ChartPairs(document.built.charts, document, document).to_mine == {0: 1, 1: 0}
    assert "chart-vanished" not in {one.code for one in audit(path).findings}
