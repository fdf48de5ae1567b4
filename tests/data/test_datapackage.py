"""The dataset is a valid tabular data package to an independent reader."""

import json
from pathlib import Path

import frictionless

from reportgen.dataset import read, write_folder
from reportgen.dataset.records import Role
from reportgen.dataset.tables import WORDS
from reportgen.record import replace
from reportgen.values import Quantity

DATA = Path(__file__).parents[2] / "data"


def test_frictionless_finds_every_table_valid():
    report = frictionless.Package(str(DATA / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])
    assert len(report.tasks) == len(list(DATA.glob("*.csv")))


def test_its_schema_allows_the_words_that_are_read_and_no_others():
    package = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    listed = {
        (resource["name"], field["name"]): set(field["constraints"]["enum"])
        for resource in package["resources"]
        for field in resource["schema"]["fields"]
        if "enum" in field.get("constraints", {}) and resource["name"] != "sources"
    }
    assert listed == {key: set(WORDS[key]) for key in listed}
    assert {("citations", "role"), ("codes", "dimension")} <= set(listed)


def test_a_dataset_with_every_optional_column_is_written_as_a_valid_package(tmp_path):
    data, _ = read(DATA)
    first = next(iter(data.observations.values()))
    target = next(iter(data.targets.values()))
    full = replace(
        data,
        indicators={
            key: replace(item, additive=("areas", "months")) for key, item in data.indicators.items()
        },
        observations={
            **data.observations,
            first.obs_id: replace(
                first, prices="current", growth_currency="CNY", source=next(iter(data.sources))
            ),
        },
        targets={
            **data.targets,
            target.target: replace(target, kind="range", value_to=Quantity("100", 9), issued="2021-11"),
        },
        citations=(
            replace(data.citations[0], role=Role.TABLE, table="T1", row_label="A", cell="Sheet1!B2"),
            *data.citations[1:],
        ),
        codes=(replace(data.codes[0], unit_class="physical"), *data.codes[1:]),
    )
    write_folder(full, tmp_path)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])
    for table, column in (
        ("indicators", "additive"), ("observations", "prices"), ("targets", "value_to"), ("citations", "cell"), ("codes", "class"),
    ):  # fmt: skip
        assert column in (tmp_path / f"{table}.csv").read_text("utf-8").splitlines()[0].split(",")
