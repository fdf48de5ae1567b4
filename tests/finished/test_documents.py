"""A finished document is read once: what it carries, what it was, and documents of earlier versions."""

import re
from pathlib import Path

import pytest

from reportgen.errors import PackageError, ReportgenError
from reportgen.finished import lineage_part, two_parts
from reportgen.finished.open_document import open_finished
from reportgen.finished.snapshot_xml import read_snapshot, snapshot_element
from reportgen.finished.text_document import FinishedText
from reportgen.language import say
from reportgen.living.audit import audit
from reportgen.living.explain import candidates
from reportgen.living.lineage_sources import open_lineage
from reportgen.ooxml import Package, customxml
from reportgen.record import replace

BEFORE = Path(__file__).parent / "built_before"
KINDS = ("brief.docx", "workbook.xlsx")


@pytest.fixture(params=KINDS)
def before(request):
    """A document built when lineage and snapshot were two parts."""
    return BEFORE / request.param


def written_anew(document):
    """The document with its lineage and snapshot in today's form."""
    lineage_part.attach(document.package, document.lineage, document.built)
    return open_finished(document.package.save(), document.name)


def test_a_document_of_two_parts_says_its_figures_charts_and_sources(before):
    document = open_finished(before)

    assert document.built.is_whole
    assert {figure.key for figure in document.built.figures} <= set(document.lineage.by_key)
    assert document.lineage.sources
    assert [len(chart.series) for chart in document.built.charts] == [
        len(one.chart.series) for one in document.charts
    ]


def test_a_document_of_two_parts_agrees_with_itself(before):
    assert audit(before).findings == ()


def test_a_document_of_two_parts_explains_its_numbers(before):
    shown = open_finished(before).built.figures[0]

    assert candidates(open_lineage(before), shown.key)


def test_a_document_of_two_parts_is_the_same_in_todays_form(before):
    old = open_finished(before)
    new = written_anew(open_finished(before))

    assert new.lineage.figures == old.lineage.figures
    assert new.lineage.findings == old.lineage.findings
    assert new.built.figures == old.built.figures
    assert new.built.charts == old.built.charts
    assert [customxml.read(new.package, item) for item in two_parts._ITEMS] == [None, None]
    assert audit_of(new) == ()


def audit_of(document):
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / document.name
        path.write_bytes(document.package.save())
        return audit(path).findings


def test_each_figure_of_a_snapshot_is_written_once():
    document = written_anew(open_finished(BEFORE / "brief.docx"))
    xml = customxml.read(document.package, lineage_part.ITEM).decode()

    assert len(re.findall(r'<f n="', xml)) == len(document.built.figures)


def test_a_snapshot_read_back_is_the_same(before):
    from xml.etree import ElementTree as ET

    from lxml import etree

    built = open_finished(before).built
    again = read_snapshot(etree.fromstring(ET.tostring(snapshot_element(built, "urn:test"))))

    assert again.figures == built.figures
    assert again.charts == built.charts
    assert again.sheets == built.sheets
    assert again.printed == built.printed


def test_a_workbook_keeps_numbers_in_blocks_and_has_them_as_cells():
    document = open_finished(BEFORE / "workbook.xlsx")
    today = document.snapshot()
    without_formulas = {
        name: {place: replace(cell, formula="", format=cell.format if cell.name else "") for place, cell in cells.items()}
        for name, cells in today.sheets.items()
    }  # fmt: skip

    assert without_formulas == {
        name: dict(cells) for name, cells in open_finished(BEFORE / "workbook.xlsx").built.sheets.items()
    }


def test_texts_of_the_template_are_not_taken_for_printed_ones():
    document = open_finished(BEFORE / "brief.docx")
    sentence = next(text for text in document.snapshot().printed if len(text) > 20)
    template = FinishedText(document.package, "template.docx")

    assert sentence in document.snapshot().printed
    assert sentence not in document.snapshot(template).printed


def test_a_document_that_lost_its_lineage_says_what_to_do():
    package = Package.open(BEFORE / "brief.docx")
    two_parts.detach(package)
    document = open_finished(package, "brief.docx")

    assert document.lineage is None
    with pytest.raises(ReportgenError, match=r"brief.docx carries no lineage.*give the pack"):
        document.required_lineage()


def test_a_damaged_lineage_is_one_sentence_in_both_languages():
    package = Package.open(BEFORE / "brief.docx")
    customxml.attach(package, b'<lineage xmlns="urn:x"><figure id="none"/></lineage>', lineage_part.ITEM)

    with pytest.raises(PackageError) as raised:
        _ = open_finished(package).lineage
    assert say(raised.value.message, "en").endswith(
        "he lineage inside the document is damaged; build the document anew, or give --pack."
    )
    assert say(raised.value.message, "zh").startswith("文档中的数据沿袭信息已损坏")


def test_the_lineage_of_a_later_version_is_not_read_as_ours():
    package = Package.open(BEFORE / "brief.docx")
    customxml.attach(package, b'<lineage xmlns="urn:reportgen:lineage:3"/>', lineage_part.ITEM)

    with pytest.raises(PackageError) as raised:
        _ = open_finished(package).lineage
    assert say(raised.value.message, "en").endswith(
        "he lineage inside the document was written by another version of reportgen; use that version for it."
    )


def test_what_is_no_office_file_is_said_to_be_none(tmp_path):
    from tests.ooxml.files import zipped

    path = tmp_path / "notes.docx"
    path.write_bytes(zipped({"a.txt": b"a"}))
    with pytest.raises(PackageError):
        open_finished(path)
