"""A pack of a large dataset reads the areas that it shows, and is the same as if everything had been read."""

import json
import re

import docx
import pytest

from reportgen.build.build import build
from reportgen.build.synthetic import Size, start_synthetic
from reportgen.dataset import part, read
from reportgen.dataset.exporting import export_dataset
from reportgen.dataset.records import Role
from reportgen.dataset.row_order import SeriesOrder
from reportgen.dataset.stores import store_at
from reportgen.errors import ReportgenError
from reportgen.language import language

STORES = ("data.parquet", "data.sqlite", "url", "csv")


def kept_in(folder, store):
    """Where a store of this name is: a file of the folder, or a database by its URL."""
    return f"sqlite:///{folder / 'by-url.db'}" if store == "url" else folder / store


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    """A pack on made-up figures, with its dataset in every store."""
    folder = tmp_path_factory.mktemp("made-up") / "pack"
    start_synthetic(folder, Size(areas=6, indicators=3, months=26))
    for store in (*STORES, "data.xlsx"):
        export_dataset(folder / "data", kept_in(folder, store))
    return folder


@pytest.fixture
def read_areas(monkeypatch):
    """The areas that were read, time after time."""
    seen = []
    real = part.read_areas

    def noted(location, areas):
        found = real(location, areas)
        seen.append(found and sorted(found[0].elsewhere.areas))
        return found

    monkeypatch.setattr("reportgen.build.pack_or_data.read_areas", noted)
    monkeypatch.setattr(part, "LARGE", 10)
    return seen


def pack_of(folder, store, area, paragraphs=(), databook="true"):
    """Let the pack in ``folder`` be about ``area``, with a template of these paragraphs."""
    definition = (folder / "pack.toml").read_text("utf-8")
    definition = re.sub(r"^dataset = .*", f'dataset = "{kept_in(folder, store)}"', definition, flags=re.M)
    definition = re.sub(r"^ref_area = .*", f'ref_area = "{area}"', definition, flags=re.M)
    definition = re.sub(r"^databook = .*", f"databook = {databook}", definition, flags=re.M)
    if paragraphs:
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.save(str(folder / "templates" / "own.docx"))
        definition = re.sub(r"^template = .*", 'template = "templates/own.docx"', definition, flags=re.M)
    (folder / "pack.toml").write_text(definition, "utf-8")
    return folder


def built(pack, output):
    made = build(pack, output=output)
    said = json.loads((output / "pack.json").read_text("utf-8"))
    words = {
        path.name: [p.text for p in docx.Document(str(path)).paragraphs] for path in output.glob("*.docx")
    }
    return made, said["figures"], words


ASKING = {
    "itself": (("{{ i000 }}", "{{ i000.yoy }}"), 1),
    "another one": (("{{ i000.area('S0005') }}", "{{ i001.area('S0005').yoy }}"), 2),
    "those beside it": (("{{ i000.rank_among('areas') }}",), 2),
    "what it is part of": (("{{ i000.share }}", "{{ i000.contribution }}"), 1),
}  # fmt: skip


@pytest.mark.long_but_for(every=3)
@pytest.mark.parametrize("store", STORES)
@pytest.mark.parametrize("asking", ASKING)
def test_it_is_the_same_as_of_the_whole(made_up, store, asking, read_areas, tmp_path, monkeypatch):
    paragraphs, times = ASKING[asking]
    pack = pack_of(made_up, store, "S0003", paragraphs)
    in_part, figures, words = built(pack, tmp_path / "part")
    assert read_areas[0] == ["S", "S0003"]
    assert len(read_areas) == times
    assert in_part.findings[-1].code == "checked-in-part"
    monkeypatch.setattr(part, "LARGE", 10**9)
    whole, all_figures, all_words = built(pack, tmp_path / "whole")
    assert figures == all_figures
    assert words == all_words
    assert "checked-in-part" not in {item.code for item in whole.findings}


def test_all_areas_below_are_read_where_the_pack_goes_through_them(
    made_up, read_areas, tmp_path, monkeypatch
):
    paragraphs = (
        "{% for z in i000.areas.top(3) %}{{ z.area_label }}: {{ z }}; {% endfor %}",
        "{{ i000.sum('areas') }}",
    )
    pack = pack_of(made_up, "data.sqlite", "S", paragraphs)
    _, figures, words = built(pack, tmp_path / "part")
    assert len(read_areas[-1]) == 7
    monkeypatch.setattr(part, "LARGE", 10**9)
    assert built(pack, tmp_path / "whole")[1:] == (figures, words)


def test_the_note_says_what_was_left_unread(made_up, read_areas, tmp_path):
    note = build(
        pack_of(made_up, "data.parquet", "S0003", ("{{ i000 }}",)), output=tmp_path / "out"
    ).findings[-1]
    assert language("en").what(note) == (
        "the 156 observations of the 2 areas that the pack shows were read and checked; 390 of other areas were not."
    )
    assert (
        language("zh").what(note)
        == "只读取并检查了本材料所涉及的2个地区的156个数值，其他地区的390个数值未读取。"
    )


def test_a_mistake_in_the_template_is_said_as_ever(made_up, read_areas, tmp_path):
    with pytest.raises(ReportgenError) as refused:
        build(pack_of(made_up, "data.parquet", "S0003", ("{{ i00 }}",)), output=tmp_path / "out")
    assert refused.value.findings
    assert len(read_areas) == 1


@pytest.mark.long_but_for("data.xlsx")
@pytest.mark.parametrize(("store", "databook"), [("data.xlsx", "true"), ("data.sqlite", '"all"')])
def test_what_cannot_be_read_in_part_or_shows_all_is_read_whole(
    made_up, store, databook, read_areas, tmp_path
):
    made = build(pack_of(made_up, store, "S0003", ("{{ i000 }}",), databook), output=tmp_path / "out")
    assert not read_areas
    assert "checked-in-part" not in {item.code for item in made.findings}


@pytest.mark.parametrize("store", STORES)
def test_records_are_the_same_with_the_rows_they_stand_in(made_up, store):
    whole, _ = read(kept_in(made_up, store))
    some, found = part.read_areas(kept_in(made_up, store), frozenset({"S0003"}))
    assert not found
    assert some.observations == {
        key: item for key, item in whole.observations.items() if item.series.ref_area in {"S", "S0003"}
    }
    assert list(some.by_series) == list(whole.by_series)
    assert len(some.observations) + some.elsewhere.observations == len(whole.observations)


@pytest.mark.parametrize("store", STORES)
def test_what_leads_to_other_areas_is_not_cut_off(tmp_path, store):
    """The real dataset has amounts in two currencies, which are held against each other over all areas."""
    from pathlib import Path

    export_dataset(Path(__file__).parents[2] / "data", kept_in(tmp_path, store))
    assert any(item.role is Role.CONVERTED for item in read(kept_in(tmp_path, store))[0].citations)
    assert part.read_areas(kept_in(tmp_path, store), frozenset({"CN-CQ"})) is None


@pytest.mark.parametrize("store", STORES)
def test_a_store_counts_and_lists_without_reading(made_up, store):
    whole, _ = read(kept_in(made_up, store))
    kept = store_at(kept_in(made_up, store))
    assert kept.count() == len(whole.observations)
    listed = sorted(kept.series(), key=SeriesOrder.of(whole).key)
    assert [row[:2] for row in listed] == [(item.indicator, item.ref_area) for item in whole.by_series]
