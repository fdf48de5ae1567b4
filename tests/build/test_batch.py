"""One pack for each district: the same templates, all or nothing."""

import pytest

from reportgen.build.batch import build_for_each_area
from reportgen.errors import PackError
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
