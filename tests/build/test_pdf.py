"""``--pdf``: tagged, with title and language; a document of text says that it is PDF/UA, a workbook does not. ``--ods``."""

import re
import subprocess
from pathlib import Path

import docx
import pytest
from python_calamine import CalamineWorkbook

from reportgen.build.build import build
from reportgen.build.pdf import with_words
from reportgen.build.verify import verify
from tests.build.packs import pack

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pdf")
    path = pack(folder / "pack", paragraphs=("{{ pack.title }}", "{{ tables.trend }}", "{{ charts.trend }}"))
    definition = path / "pack.toml" if path.is_dir() else path
    definition.write_text(
        definition.read_text(encoding="utf-8")
        + """
[tables.trend]
title = "Trend"
rows = [{ indicator = "cbec_trade" }]
columns = ["level", "yoy"]
[charts.trend]
title = "Trend"
kind = "column"
periods = ["2020", "2021"]
series = [{ indicator = "cbec_trade" }]
""",
        encoding="utf-8",
    )
    build(definition, output=folder / "out", copies=("pdf", "ods"))
    return folder / "out"


@pytest.fixture(scope="module")
def monthly(tmp_path_factory):
    """The PDFs of the monthly brief of the examples."""
    folder = tmp_path_factory.mktemp("monthly")
    build(ROOT / "examples" / "trade-monthly", output=folder, copies=("pdf",))
    return {language: folder / f"trade-monthly-brief-{language}.pdf" for language in ("en", "zh")}


def said(pdf, *asked):
    return subprocess.run(["pdfinfo", *asked, str(pdf)], capture_output=True, text=True, check=True).stdout


@pytest.mark.office
@pytest.mark.parametrize(
    ("name", "tag", "title"), [("brief-en", b"en-", "Small pack"), ("brief-zh", b"zh-CN", "小报告")]
)
def test_a_document_is_pdf_ua_with_title_and_language(made, name, tag, title):
    pdf = made / f"{name}.pdf"
    facts, data = said(pdf), pdf.read_bytes()
    assert re.search(r"Tagged:\s+yes", facts)
    assert re.search(rf"Title:\s+{title}", facts)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert b"/DisplayDocTitle true" in data
    catalogue = data[data.index(b"/Type/Catalog") :][:2000]
    assert b"/Lang(" + tag in catalogue
    structure = said(pdf, "-struct")
    for element in ("Table", "TR", "TH", "Figure"):
        assert re.search(rf"^\s*{element}\b", structure, re.MULTILINE), element
    assert subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True).stdout.strip()
    assert "Syntax" not in subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True).stderr


@pytest.mark.office
@pytest.mark.parametrize(("language", "words"), [("en", "32.21 billion yuan"), ("zh", "322.1亿元")])
def test_a_chart_says_what_it_shows_to_who_cannot_see(made, language, words):
    [alt] = re.findall(
        rb"/S/Figure\b[^\0]*?/Alt<FEFF([0-9a-f]+)>", (made / f"brief-{language}.pdf").read_bytes()
    )
    assert words in bytes.fromhex(alt.decode()).decode("utf-16-be")


@pytest.mark.long
@pytest.mark.office
@pytest.mark.parametrize("language", ["en", "zh"])
def test_small_multiples_are_drawings_with_words_under_one_caption(monthly, language):
    """The monthly brief: a chart over the page's width, then six panels in two rows; four tables for reading."""
    pdf = monthly[language]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.read_bytes()
    alts = re.findall(rb"/S/Figure\b[^\0]*?/Alt<FEFF([0-9a-f]+)>", pdf.read_bytes())
    words = [bytes.fromhex(alt.decode()).decode("utf-16-be") for alt in alts]
    assert len(words) == 7
    zone, december = (
        ("重庆高新技术产业开发区", "2024年12月2.4亿元")
        if language == "zh"
        else ("Chongqing High-tech", "Dec 2024 240 million yuan")
    )
    assert zone in words[6]
    assert december in words[6]
    structure = said(pdf, "-struct-text")
    assert (
        len(re.findall(r"^\s*Table\b", structure, re.MULTILINE)) == 4
    )  # none that only sets things side by side
    assert len(re.findall(r"^\s*Figure\b", structure, re.MULTILINE)) == 7
    after = ["".join(re.findall('"([^"]*)"', part)) for part in re.split(r"\n\s*Figure:", structure)[1:]]
    mark = "图" if language == "zh" else "Figure"
    found = [re.search(rf"{mark}\s*(\d)", text) for text in after]
    captions = [one and one[1] for one in found]
    assert captions == ["1", *[None] * 5, "2"]


def test_words_are_for_as_many_figures_as_there_are_and_only_where_none_are():
    figure = b"\n%d 0 obj\n<</Type/StructElem\n/S/Figure\n%s/K[1 ]\n>>\nendobj\n"
    pdf = b"%PDF-1.6" + figure % (3, b"") + figure % (5, b"/Alt(Logo)") + figure % (10, b"")
    pdf += b"xref\n0 1\ntrailer\n<</Size 11/Root 1 0 R>>\nstartxref\n99\n%%EOF\n"
    said = with_words(pdf, ["贸易", "Logo", "Trade"])
    assert said.startswith(pdf)
    assert said.count(b"/Alt<FEFF") == 2
    for number, place in re.findall(rb"\n(\d+) 1\n(\d{10}) 00000 n ", said):
        assert said[int(place) :].startswith(number + b" 0 obj")
    assert b"/Root 1 0 R/Prev 99>>" in said
    assert with_words(pdf, ["one"]) == pdf
    assert with_words(pdf, ["", "", ""]) == pdf


@pytest.mark.office
def test_a_workbook_is_tagged_and_claims_no_more(made):
    pdf = made / "book-en.pdf"
    assert re.search(r"Tagged:\s+yes", said(pdf))
    assert b"pdfuaid" not in pdf.read_bytes()


@pytest.mark.office
def test_generated_tables_and_charts_have_heads_and_words_for_who_cannot_see(made):
    document = docx.Document(str(made / "brief-en.docx"))
    table = document.tables[0]._tbl
    assert table.xpath("./w:tr[1]/w:trPr/w:tblHeader")
    assert table.xpath("./w:tblPr/w:tblDescription/@w:val")[0]
    [words] = document.element.xpath("//wp:docPr/@descr")
    assert "32.21 billion yuan" in words


@pytest.mark.office
def test_a_workbook_comes_as_ods_too_with_the_same_numbers(made):
    assert sorted(path.name for path in made.glob("*.ods")) == [
        "book-en.ods",
        "book-zh.ods",
        "data-en.ods",
        "data-zh.ods",
    ]
    sheets = {
        suffix: CalamineWorkbook.from_path(str(made / f"data-en.{suffix}")) for suffix in ("xlsx", "ods")
    }
    assert sheets["ods"].sheet_names == sheets["xlsx"].sheet_names
    numbers = {
        suffix: [
            value
            for name in book.sheet_names
            for row in book.get_sheet_by_name(name).to_python()
            for value in row
            if isinstance(value, int | float)
        ]
        for suffix, book in sheets.items()
    }
    assert len(numbers["ods"]) > 20
    assert numbers["ods"] == pytest.approx(numbers["xlsx"])
    assert [found.code for found in verify(made)[0]] == ["not-proven"]  # nobody signed it
