"""Captions referred to by number, from the template to the printed page, and when the document comes back."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import openpyxl
import pytest

from reportgen.build.build import build
from reportgen.build.check import check
from reportgen.dataset import write_folder
from reportgen.errors import PackError, ReportgenError
from reportgen.findings import Severity
from reportgen.language import language
from reportgen.living.audit import audit
from reportgen.living.compare.two_documents import compare_documents, documents_at
from reportgen.living.explain import explain
from reportgen.living.lineage_sources import open_lineage
from reportgen.living.refresh.refresh import refresh
from tests.build.packs import pack
from tests.builders import dataset
from tests.word.documents import body_xml
from tests.word.documents import lines as letters

DATA = (
    "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=63.3\n"
    "exports CN-CQ 2020=418.7e9 2021=516.8e9\n"
    "cbec_trade CN-SC 2021=20.5e9"
)
DEFINED = """
[tables.cbec]
title = { en = "Cross-border e-commerce", zh = "跨境电商" }
rows = [{ indicator = "cbec_trade" }]
columns = ["level", "yoy"]

[tables.exports]
title = { en = "Exports", zh = "出口" }
rows = [{ indicator = "exports" }]
columns = ["level"]

[charts.cbec]
title = { en = "Two years", zh = "两年" }
kind = "column"
periods = ["2020", "2021"]
series = [{ indicator = "cbec_trade" }]
"""
TEXT = (
    "Before: {{ tables.exports.number }} and {{ charts.cbec.number }}, of {{ cbec_trade }}.",
    "{{ tables.cbec }}",
    "{{ tables.exports }}",
    "{{ charts.cbec }}",
    "After: {{ 表.cbec.编号 }}、{{ 表.exports.编号 }}、{{ 图.cbec.编号 }}。",
)
NOTES = "See {{ tables.cbec.number }} and {{ charts.cbec.number }}.\n"


def lines(data):
    """What a reader sees of each paragraph: a space that does not break is a space."""
    return [line.replace("\u00a0", " ") for line in letters(data)]


def defined(folder: Path, paragraphs: tuple[str, ...] = TEXT, cells: dict[str, str] | None = None) -> Path:
    """A pack with two tables and a chart, a Word brief, a workbook and a Markdown note."""
    made = pack(folder, DATA, paragraphs, cells or {"A1": "{{ cbec_trade }}"})
    (made / "note.md").write_text(NOTES, encoding="utf-8")
    note = '[[documents]]\ntemplate = "note.md"\noutput = "note-{language}.md"\n'
    file = made / "pack.toml"
    file.write_text(file.read_text(encoding="utf-8") + note + DEFINED, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    return defined(tmp_path_factory.mktemp("captions") / "pack")


@pytest.fixture(scope="module")
def out(made) -> Path:
    build(made, output=made / "out")
    return made / "out"


def brief(out: Path, language: str) -> bytes:
    return (out / f"brief-{language}.docx").read_bytes()


def test_a_text_refers_to_captions_before_and_after_it(out):
    english, chinese = lines(brief(out, "en")), lines(brief(out, "zh"))
    assert english[0] == "Before: Table 2 and Figure 1, of 32.21 billion yuan."
    assert english[-1] == "After: Table 1、Table 2、Figure 1。"
    assert chinese[0].startswith("Before: 表2 and 图1, of ")
    assert chinese[-1] == "After: 表1、表2、图1。"
    assert "Table 2  Exports" in " ".join(english)


def test_word_can_renew_them_since_each_leads_to_the_bookmark_of_its_caption(out):
    xml = body_xml(brief(out, "en"))
    referred = re.findall(r" REF (\w+) \\h ", xml)
    assert referred == [
        "_Ref_table_exports", "_Ref_chart_cbec", "_Ref_table_cbec", "_Ref_table_exports", "_Ref_chart_cbec",
    ]  # fmt: skip
    for name in referred:
        start = xml.index(f'w:name="{name}"')
        assert "SEQ" in xml[start : xml.index("<w:bookmarkEnd", start)]


@pytest.mark.long
@pytest.mark.parametrize(("code", "said"), [("en", "Table 2"), ("zh", "表2")])
def test_on_paper_the_text_and_the_caption_say_the_same(out, code, said, soffice_pdf, ooxml_validator):
    assert ooxml_validator(brief(out, code)) == []
    text = re.sub(r"\s+", " ", soffice_pdf(brief(out, code)).text)
    assert [one.replace(" ", "") for one in re.findall(said.replace("表", "表 ?"), text)] == [
        said.replace(" ", "")
    ] * 3


def test_where_captions_have_no_numbers_the_title_stands_for_it(out):
    assert (out / "note-en.md").read_text(
        encoding="utf-8"
    ) == "See “Cross-border e-commerce” and “Two years”.\n"
    assert (out / "note-zh.md").read_text(encoding="utf-8") == "See “跨境电商” and “两年”.\n"


def test_so_in_a_cell(tmp_path):
    made = defined(
        tmp_path / "pack", cells={"A1": "{{ tables.exports.number }}", "A2": "See {{ charts.cbec.number }}"}
    )
    build(made, output=tmp_path / "out")
    sheet = openpyxl.load_workbook(tmp_path / "out" / "book-en.xlsx").active
    assert (sheet["A1"].value, sheet["A2"].value) == ("“Exports”", "See “Two years”")


def test_what_is_not_shown_cannot_be_referred_to(tmp_path):
    made = defined(
        tmp_path / "pack", ("{{ tables.exports.number }}", "{{ tables.cbec }}", "{{ charts.cbec }}")
    )
    with pytest.raises(PackError) as caught:
        build(made, output=tmp_path / "out")
    english = next(
        item for item in caught.value.findings if "en" in str(item.place.file) or item.place.paragraph == 1
    )

    assert english.code == "unknown-reference"
    assert (
        language("en").what(english)
        == "tables.exports is referred to, and the document does not show it under a caption."
    )
    assert (
        language("en").remedy(english) == "Show it with a title, or refer to “tables.cbec” or “charts.cbec”."
    )
    assert language("zh").what(english) == "文中引用了 tables.exports，而文档中没有它的题注。"
    assert (
        language("zh").remedy(english) == "请列出该表或图并写明标题，或改为引用“tables.cbec”或“charts.cbec”。"
    )
    assert "unknown-reference" in {one.code for one in check(made)[0] if one.severity is Severity.ERROR}


def test_each_of_a_loop_has_a_number_of_its_own(tmp_path):
    turns = "{%p for z in ('CN-CQ', 'CN-SC') %}"
    made = defined(
        tmp_path / "pack",
        (
            turns,
            "{{ tables.cbec.area(z).number }}",
            "{%p endfor %}",
            turns,
            "{{ tables.cbec.area(z) }}",
            "{%p endfor %}",
        ),
    )
    build(made, output=tmp_path / "out")
    assert lines(brief(tmp_path / "out", "en"))[:2] == ["Table 1", "Table 2"]


def test_a_number_is_no_part_of_another_text(tmp_path):
    made = defined(tmp_path / "pack", ("{{ 'see ' ~ tables.cbec.number }}", "{{ tables.cbec }}"))
    with pytest.raises(PackError) as caught:
        build(made, output=tmp_path / "out")
    assert {item.code for item in caught.value.findings} == {"no-value"}


# ---- the document comes back ---------------------------------------------------------------------------------

TYPED = {"en": "See Table 2 and Figure 1, and note 1 of Table 1.", "zh": "详见表2和图1，以及表1注。"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_audit_takes_one_for_a_figure_written_by_reportgen_or_by_hand(made, out, tmp_path, language):
    assert audit(out / f"brief-{language}.docx", pack=made).findings == ()
    document = docx.Document(io.BytesIO(brief(out, language)))
    document.add_paragraph(TYPED[language])
    document.save(str(tmp_path / f"brief-{language}.docx"))
    assert audit(tmp_path / f"brief-{language}.docx", pack=made).findings == ()


def test_two_builds_have_nothing_to_compare(made, out, tmp_path):
    build(made, output=tmp_path)
    documents = documents_at(out / "brief-en.docx", tmp_path / "brief-en.docx")
    assert documents is not None
    assert compare_documents(*documents).is_empty


def test_no_question_for_a_number_finds_them(made, out):
    with pytest.raises(ReportgenError):
        explain(open_lineage(out / "brief-en.docx"), "2")


CONDITIONAL = (
    "See {{ tables.exports.number }} and {{ charts.cbec.number }}; {{ cbec_trade }}.",
    "{%p if cbec_trade.yoy.raw > 60 %}",
    "{{ tables.cbec }}",
    "{%p endif %}",
    "{{ tables.exports }}",
    "{{ charts.cbec }}",
)


def test_a_refresh_counts_captions_anew_when_a_table_goes_and_comes_again(tmp_path):
    made = defined(tmp_path / "pack", CONDITIONAL)
    build(made, output=tmp_path / "out")
    document = docx.Document(str(tmp_path / "out" / "brief-en.docx"))
    document.add_paragraph("In our own words: see Table 2.")
    document.save(str(tmp_path / "edited.docx"))

    def refreshed(name: str, growth: str) -> list[str]:
        write_folder(
            dataset(DATA.replace("63.3", growth), sources={"s1": {"published": "2022-03-01"}}), made / "data"
        )
        data = refresh(tmp_path / name, made).data
        (tmp_path / f"{growth}.docx").write_bytes(data)
        assert lines(data).count("Source: Publisher \u2060[1]") == sum("  " in line for line in lines(data))
        return [line for line in lines(data) if "Table" in line]

    without = refreshed("edited.docx", "53.3")
    assert without == [
        "See Table 1 and Figure 1; 32.21 billion yuan.", "Table 1  Exports", "In our own words: see Table 2.",
    ]  # fmt: skip
    assert refreshed("53.3.docx", "63.3") == [
        "See Table 2 and Figure 1; 32.21 billion yuan.", "Table 1  Cross-border e-commerce", "Table 2  Exports",
        "In our own words: see Table 2.",
    ]  # fmt: skip
