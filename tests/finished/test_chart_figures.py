"""The figure behind each point of a chart: noted at the build, known again while the point shows what was built."""

from decimal import Decimal
from types import SimpleNamespace

from reportgen.finished.chart_figures import chart_points, with_figures
from reportgen.finished.snapshot import ChartSnapshot, SeriesSnapshot, Snapshot
from reportgen.ooxml.charts.chart_reading import ChartReading, SeriesReading

YEARS = ("2021", "2022", "2023")


def values(*numbers):
    return tuple(None if one is None else Decimal(one) for one in numbers)


def built(*series):
    return (
        ChartSnapshot(
            "word/document.xml", "", "", tuple(SeriesSnapshot(name, YEARS, held) for name, held in series)
        ),
    )


def found(*series):
    read = tuple(SeriesReading(name, YEARS, held) for name, held in series)
    return (SimpleNamespace(chart=ChartReading("word/charts/chart1.xml", read)),)


def keys(charts, drawn):
    return [(point.category, point.key) for point in chart_points(charts, Snapshot(charts=drawn))]


def test_points_lead_to_the_figures_that_were_drawn():
    series = ("Exports", values("1.5", None, "3"))
    drawn = with_figures(built(series), [(series[1], ("a", "", "c"))])

    assert keys(found(("Exports", values("1.50", None, "3.0"))), drawn) == [("2021", "a"), ("2023", "c")]


def test_a_point_that_people_changed_leads_nowhere():
    series = ("Exports", values("1", "2", "3"))
    drawn = with_figures(built(series), [(series[1], ("a", "b", "c"))])

    assert keys(found(("Exports", values("1", "20", "3"))), drawn) == [("2021", "a"), ("2023", "c")]
    assert keys(found(("Imports", values("1", "2", "3"))), drawn) == []


def test_small_charts_with_the_same_names_are_told_apart_by_what_they_show():
    city, zone = ("The month", values("5", "6", "7")), ("The month", values("1", "2", "3"))
    drawn = with_figures(built(city, zone), [(city[1], ("a", "b", "c")), (zone[1], ("x", "y", "z"))])

    assert keys(found(zone), drawn) == [("2021", "x"), ("2022", "y"), ("2023", "z")]
    assert keys(found(city), drawn) == [("2021", "a"), ("2022", "b"), ("2023", "c")]


def test_nothing_is_guessed_of_two_series_that_show_the_same():
    series = ("Exports", values("1", "2", "3"))
    drawn = with_figures(built(series), [(series[1], ("a", "b", "c")), (series[1], ("x", "y", "z"))])

    assert keys(found(series), drawn) == []
