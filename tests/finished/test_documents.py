"""A finished document is read once: what it carries, and what it was when it was built."""

import re
from pathlib import Path

import pytest

from reportgen.build.build import build
from reportgen.errors import PackageError, ReportgenError
from reportgen.finished import part
from reportgen.finished.document import FinishedText, open_finished
from reportgen.finished.snapshot_xml import read_snapshot, snapshot_element
from reportgen.language import say
from reportgen.ooxml import Package, customxml

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("ecommerce-2020-brief-en.docx", "ecommerce-2020-workbook-en.xlsx")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An example pack, built."""
    return build(
        ROOT / "examples" / "ecommerce-2020", output=tmp_path_factory.mktemp("built"), languages=["en"]
    ).placed.folder


@pytest.fixture
def brief(folder):
    return folder / DOCUMENTS[0]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_says_its_figures_charts_and_sources(folder, name):
    document = open_finished(folder / name)

    assert document.built.is_whole
    assert {figure.key for figure in document.built.figures} <= set(document.lineage.by_key)
    assert document.lineage.sources
    assert [len(chart.series) for chart in document.built.charts] == [
        len(one.chart.series) for one in document.charts
    ]


def test_each_figure_of_a_snapshot_is_written_once(brief):
    document = open_finished(brief)
    xml = customxml.read(document.package, part.ITEM).decode()

    assert len(re.findall(r'<f n="', xml)) == len(document.built.figures)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_snapshot_read_back_is_the_same(folder, name):
    from xml.etree import ElementTree as ET

    from lxml import etree

    built = open_finished(folder / name).built
    again = read_snapshot(etree.fromstring(ET.tostring(snapshot_element(built, "urn:test"))))

    assert again.figures == built.figures
    assert again.charts == built.charts
    assert again.sheets == built.sheets
    assert again.printed == built.printed


def test_a_workbook_keeps_numbers_in_blocks_and_has_them_as_cells(folder):
    built = open_finished(folder / "ecommerce-2020-databook-en.xlsx").built

    assert built.numbers
    for block in built.numbers.values():
        cells = [built.sheets[block.area.sheet].get(place) for place in block.area.cells()]
        assert [cell and cell.text for cell in cells] == list(block.texts)


def test_texts_of_the_template_are_not_taken_for_printed_ones(brief):
    document = open_finished(brief)
    sentence = next(text for text in document.snapshot().printed if len(text) > 20)
    template = FinishedText(document.package, "template.docx")

    assert sentence in document.snapshot().printed
    assert sentence not in document.snapshot(template).printed


def test_a_document_that_lost_its_lineage_says_what_to_do(brief):
    package = Package.open(brief)
    part.detach(package)
    document = open_finished(package, "brief.docx")

    assert document.lineage is None
    with pytest.raises(ReportgenError, match=r"brief.docx carries no lineage.*give the pack"):
        document.required_lineage()


def test_a_damaged_lineage_is_one_sentence_in_both_languages(brief):
    package = Package.open(brief)
    customxml.attach(package, b'<lineage xmlns="urn:x"><figure id="none"/></lineage>', part.ITEM)

    with pytest.raises(PackageError) as raised:
        _ = open_finished(package).lineage
    assert say(raised.value.message, "en").endswith(
        "he lineage inside the document is damaged; build the document anew, or give --pack."
    )
    assert say(raised.value.message, "zh").startswith("文档中的数据沿袭信息已损坏")


def test_what_is_no_office_file_is_said_to_be_none(tmp_path):
    from tests.ooxml.files import zipped

    path = tmp_path / "notes.docx"
    path.write_bytes(zipped({"a.txt": b"a"}))
    with pytest.raises(PackageError):
        open_finished(path)
