"""The dataset is a valid tabular data package to an independent reader."""

from pathlib import Path

import frictionless

DATA = Path(__file__).parents[2] / "data"


def test_frictionless_finds_every_table_valid():
    report = frictionless.Package(str(DATA / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])
    assert len(report.tasks) == len(list(DATA.glob("*.csv")))
