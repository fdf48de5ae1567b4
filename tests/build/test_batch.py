"""One pack for each district: the same templates, all or nothing."""

import json
import os

import pytest

from reportgen.build.batch import INDEX, build_for_each_area
from reportgen.errors import FileError, PackError
from reportgen.language import sentence_of
from tests.build.packs import pack, text_of

TWO = "cbec_trade D1 2021=1.20e9 2021:yoy=5.0\ncbec_trade D2 2021=3.40e9 2021:yoy=6.0\ncbec_trade CN-CQ 2021=9.99e9 2021:yoy=1.0"
BELOW = {"D1": {"parent": "CN-CQ"}, "D2": {"parent": "CN-CQ"}}


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_district_gets_its_own_pack(tmp_path, jobs):
    built = build_for_each_area(pack(tmp_path, TWO, areas=BELOW), jobs=jobs)
    assert [item.placed.folder.name for item in built] == ["D1", "D2"]
    assert "1.20 billion yuan" in text_of(built[0].placed.folder / "brief-en.docx")
    assert "34.0亿元" in text_of(built[1].placed.folder / "brief-zh.docx")


def test_one_district_without_data_stops_all_and_is_named(tmp_path):
    data = TWO.replace("2021=3.40e9 2021:yoy=6.0", "2020=3.40e9")
    folder = pack(tmp_path, data, areas=BELOW)
    with pytest.raises(PackError) as caught:
        build_for_each_area(folder)
    assert {finding.place.file.split(":")[0] for finding in caught.value.findings} == {"D2"}
    assert not (folder / "build").exists()


def test_an_area_with_none_below_it_says_how_areas_are_found(tmp_path):
    with pytest.raises(PackError, match=r"areas\.csv"):
        build_for_each_area(pack(tmp_path))


def test_what_stops_an_area_without_a_finding_of_its_own_becomes_one(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(PackError) as caught:
        build_for_each_area(pack(tmp_path, TWO, areas=BELOW))
    assert [finding.code for finding in caught.value.findings] == ["area-not-built", "area-not-built"]
    assert sentence_of(caught.value.findings[0], "en").startswith("D1: SOURCE_DATE_EPOCH is 'yesterday'")


def test_the_index_names_every_area_and_comes_last(tmp_path):
    folder = pack(tmp_path, TWO, areas=BELOW)
    target = build_for_each_area(folder)[0].placed.folder.parent
    index = json.loads((target / INDEX).read_text())
    assert index["complete"] is True
    assert [(area["ref_area"], area["written"]) for area in index["areas"]] == [("D1", True), ("D2", True)]


def test_an_area_that_cannot_be_written_leaves_those_before_it_whole_and_says_so(tmp_path, monkeypatch):
    folder = pack(tmp_path, TWO, areas=BELOW)
    really = os.replace

    def replace(source, target):
        if "D2" in str(target) and str(target).endswith(".docx"):
            raise OSError(28, "No space left on device")
        really(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(
        FileError, match=r"1 of 2 areas were written, the others are as they were: .*D2.* cannot be written"
    ):
        build_for_each_area(folder, output=tmp_path / "out")
    index = json.loads((tmp_path / "out" / INDEX).read_text())
    assert [(area["ref_area"], area["written"]) for area in index["areas"]] == [("D1", True), ("D2", False)]
    assert index["complete"] is False
    assert not (tmp_path / "out" / "D2").exists()
