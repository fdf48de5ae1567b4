"""A check of what stands near a series says of it what a check of the whole dataset says."""

from pathlib import Path

import pytest

from reportgen.build import pack_or_data
from reportgen.build.pack_or_data import check_dataset, open_pack_or_data
from reportgen.dataset.neighbourhood import neighbourhood
from reportgen.figures.recorded_figures import FigureRecord
from tests.builders import dataset

DATA = Path(__file__).parents[2] / "data"


def about(findings, subjects):
    """What is said of some observations and targets, the rows apart that a finding only counts."""
    return {
        (item.key, item.place, item.subjects, item.cause)
        for item in findings
        if set(item.subjects) & subjects
    }


@pytest.mark.parametrize("path", [DATA, DATA / "customs-2024"], ids=["articles", "customs"])
def test_every_series_is_found_to_be_what_the_whole_dataset_says(path):
    opened = open_pack_or_data(path)
    whole = opened.findings
    series = list(opened.dataset.by_series)
    for one in series[:: max(1, len(series) // 40)]:
        near = check_dataset(neighbourhood(opened.dataset, [one]), None, opened.unreadable)
        subjects = {item.obs_id for item in opened.dataset.by_series[one]}
        subjects |= {key for key, item in opened.dataset.targets.items() if item.series == one}
        assert about(near, subjects) == about(whole, subjects), str(one)


def test_it_is_small_where_areas_and_indicators_are_many():
    lines = [f"i{number} A{area} 2021=1.00e9 2022=1.10e9" for number in range(6) for area in range(8)]
    held = dataset("\n".join(lines))
    one = next(iter(held.by_series))
    assert len(neighbourhood(held, [one]).observations) == 2


@pytest.mark.parametrize("path", [DATA, DATA / "customs-2024"], ids=["articles", "customs"])
def test_every_figure_is_the_same_in_the_part_that_it_needs(path, monkeypatch):
    whole = open_pack_or_data(path)
    figures = whole.catalogue.all()
    monkeypatch.setattr(pack_or_data, "LARGE", 0)
    opened = open_pack_or_data(path)
    for figure in figures[:: max(1, len(figures) // 120)]:
        part = opened.near(str(figure.id))
        assert part is not opened
        assert FigureRecord.of(part.catalogue.get(figure.id), part.catalogue) == FigureRecord.of(
            figure, whole.catalogue
        )
