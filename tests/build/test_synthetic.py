"""A pack on made-up figures: it builds at once, for each district, and every label says what it is."""

import csv

import pytest

from reportgen.build.batches.batch import build_for_each
from reportgen.build.synthetic import Size, start_synthetic
from reportgen.dataset import read
from tests.build.packs import text_of
from tests.commands import run


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("synthetic") / "small"
    done = run("init", folder, "--synthetic", "areas=3,indicators=4,months=26")
    assert done.exit_code == 0, done.output
    return folder


def test_it_checks_without_an_error_or_a_sum_that_does_not_come_out(folder):
    done = run("check", folder)
    assert done.exit_code == 0
    assert "Nothing was found" in done.output
    assert "parts-against-whole" not in done.output


def test_it_has_so_many_areas_indicators_and_months(folder):
    dataset, unreadable = read(folder / "data")
    assert unreadable == ()
    assert (len(dataset.areas), len(dataset.indicators), len(dataset.observations)) == (4, 4, 4 * 4 * 26)


def test_every_label_says_that_it_is_synthetic(folder):
    dataset, _ = read(folder / "data")
    labels = [item.label for item in (*dataset.areas.values(), *dataset.indicators.values(), *dataset.codes)]
    assert all("ynthetic" in label.en and "合成" in label.zh for label in labels)
    assert all("ynthetic" in source.title for source in dataset.sources.values())


def test_a_pack_is_made_for_each_district(folder):
    batch = build_for_each(folder, where=["ref_area=S0001,S0002"])
    assert [item.status.value for item in batch.outcomes] == ["built", "built"]
    said = text_of(batch.folder / "S0001" / "synthetic-brief-en.docx")
    assert "Synthetic figures of Synthetic district 1, February 2020" in said
    said_zh = text_of(batch.folder / "S0002" / "synthetic-brief-zh.docx")
    assert "合成区县2" in said_zh
    assert "资料来源：合成数据办公室" in said_zh


def test_a_size_and_a_seed_give_the_same_numbers(tmp_path, folder):
    for name, seed in (("again", 1), ("other", 2)):
        start_synthetic(tmp_path / name, Size(3, 4, 26, seed))
    first, again, other = (
        list(csv.reader((place / "data" / "observations.csv").open(encoding="utf-8")))
        for place in (folder, tmp_path / "again", tmp_path / "other")
    )
    assert first == again != other


@pytest.mark.parametrize(
    "size", ["areas=0", "areas", "towns=3", "areas=2,areas=3", "months=1e9", "months=301"]
)
def test_a_size_that_is_none_is_refused(size, tmp_path):
    done = run("init", tmp_path / "x", "--synthetic", size)
    assert done.exit_code == 2
    assert "write areas=41,indicators=40,months=60" in done.output
    assert not (tmp_path / "x").exists()


def test_it_goes_with_no_template(tmp_path):
    assert (
        "leave out --template and --workbook" in run("init", tmp_path, "--synthetic", "", "--workbook").output
    )
