"""Taking a hand-edited document to the next period: all that is made moves, what people wrote stays and is listed for reading."""

import json
import re

import pytest

from reportgen.errors import ReportgenError
from reportgen.finished.open_document import open_finished
from reportgen.language import language, say
from reportgen.living.audit import audit
from reportgen.living.refresh.refresh import annotated_refresh, refresh
from reportgen.living.release import release
from reportgen.ooxml import Package
from reportgen.ooxml.properties import title_of
from reportgen.periods import Period
from tests.commands import run
from tests.living.audit.word_editing import EditedDocument
from tests.living.refresh.workshop import (
    MONTHLY,
    Workshop,
    charts,
    figure_with,
    line_with,
    lines,
    months,
    own_paragraph,
    paragraph_after,
    replaced,
    typed_over,
    xml_of,
)

NOVEMBER = Period.parse("2024-11")
ENGLISH, CHINESE = "trade-monthly-brief-en.docx", "trade-monthly-brief-zh.docx"


@pytest.fixture(scope="module")
def folder():
    return months()


@pytest.fixture
def desk(folder, tmp_path):
    return Workshop(tmp_path)


def rolled(document, period="latest", **options):
    return refresh(document, MONTHLY, period=period, **options)


def read_lines(refreshed):
    return [(one.text, one.periods, one.moved, one.left) for one in refreshed.report.to_read]


@pytest.mark.parametrize("name", [ENGLISH, CHINESE])
def test_an_unedited_brief_becomes_the_next_one(folder, name):
    refreshed = rolled(folder / "11" / name)

    assert lines(refreshed.data) == lines(folder / "12" / name)
    assert title_of(Package.open(refreshed.data)) == title_of(Package.open(folder / "12" / name))
    assert charts(refreshed.data) == charts(folder / "12" / name)
    assert refreshed.report.kept == []
    assert refreshed.report.to_read == []


def test_it_carries_the_new_period_s_lineage_and_marks(folder):
    after, built = open_finished(rolled(folder / "11" / CHINESE).data), open_finished(folder / "12" / CHINESE)

    assert after.lineage == built.lineage
    keys = [[key for _, key in marks(document)] for document in (after, built)]
    assert keys[0] == keys[1]


def marks(document):
    return [(mark.text, mark.key) for _, mark in document.reading.marks()]


def test_a_month_back_too(folder):
    refreshed = rolled(folder / "12" / CHINESE, NOVEMBER)

    assert lines(refreshed.data) == lines(folder / "11" / CHINESE)


def test_what_people_put_into_a_sentence_stays_while_its_figures_move(folder, desk):
    edited = desk.edited(
        folder / "11" / ENGLISH, replaced(", and imports to ", ", and thanks to fewer flights imports to ")
    )
    refreshed = rolled(edited)
    line = line_with(refreshed.data, "fewer flights")

    assert "208.05 billion yuan" in line
    assert [text for text, *_ in read_lines(refreshed)] == [
        one for one in (text for text, *_ in read_lines(refreshed)) if "fewer flights" in one
    ]
    assert any("208.05 billion yuan" in moved for _, _, moved, _ in read_lines(refreshed))


def test_sentences_of_their_own_are_listed_where_they_speak_of_the_old_period(folder, desk):
    figure = figure_with(xml_of(folder / "11" / CHINESE), "544.0亿元")
    own = own_paragraph(
        "11月份好于预期，当月进出口", figure, "，订单充足。前11个月笔记本电脑出口平稳。这一句与时期无关。上月进口153.1亿元。"
    )  # fmt: skip
    refreshed = rolled(desk.edited(folder / "11" / CHINESE, paragraph_after("贸易顺差2577.6亿元", own)))

    assert read_lines(refreshed) == [
        ("11月份好于预期，当月进出口823.4亿元，订单充足。", ("11月份",), ("823.4亿元",), ()),
        ("前11个月笔记本电脑出口平稳。", ("前11个月",), (), ()),
        ("上月进口153.1亿元。", (), (), ("153.1",)),
    ]
    assert "这一句与时期无关。" in line_with(refreshed.data, "订单充足"), "it stays as it was written"


def test_a_copied_figure_goes_to_the_new_period_with_its_mark(folder, desk):
    figure = figure_with(xml_of(folder / "11" / ENGLISH), "54.40 billion yuan")
    edited = desk.edited(
        folder / "11" / ENGLISH, paragraph_after("came to", own_paragraph("Again: ", figure, "."))
    )
    refreshed = rolled(edited)
    document = open_finished(refreshed.data)
    paragraph = next(one for one in document.reading.paragraphs if one.text.startswith("Again"))

    assert paragraph.text == "Again: 82.34 billion yuan."
    assert document.lineage.by_key[paragraph.marks[0].key].id == "trade/CN-CQ/2024-12/level"


def test_a_sentence_with_a_figure_typed_over_is_a_conflict_and_stays_whole(folder, desk):
    edited = desk.edited(folder / "11" / ENGLISH, typed_over("54.40 billion yuan", "55 billion yuan"))
    refreshed = rolled(edited)

    (kept,) = refreshed.report.conflicts
    assert kept.kind == "rewritten"
    assert kept.edited.startswith(
        "In November alone, imports and exports came to 55 billion yuan, down 9.4% month on month"
    )
    assert kept.now.startswith(
        "In December alone, imports and exports reached 82.34 billion yuan, up 51.4% month on month"
    )
    assert kept.edited in line_with(refreshed.data, "55 billion yuan"), "no new number beside the old month"


def test_a_number_typed_over_stands_for_the_new_period_s_figure(folder, desk):
    """Its sentence is about the new month now: an audit holds it against that month, and nothing is released with it."""
    document = desk.folder / ENGLISH
    edited = desk.edited(folder / "11" / ENGLISH, typed_over("257.76 billion yuan", "257.8 billion yuan"))
    refreshed = rolled(edited)
    document.write_bytes(refreshed.data)
    (kept,) = refreshed.report.conflicts
    (found,) = [one for one in audit(document).findings if one.code == "figure-retyped"]

    assert (kept.kind, kept.edited, kept.now) == ("retyped", "257.8 billion yuan", "299.31 billion yuan")
    assert "up 0.4% year on year" in line_with(refreshed.data, "257.8 billion yuan")
    assert found.place.paragraph == kept.place.paragraph
    assert release(document, desk.folder / "out.docx").record is None


def test_what_is_left_to_people_is_marked_by_comments(folder, desk):
    own = own_paragraph("Orders held up well in November.")
    edited = desk.edited(
        folder / "11" / ENGLISH,
        paragraph_after("came to", own),
        typed_over("54.40 billion yuan", "55 billion yuan"),
    )
    refreshed = rolled(edited)
    said = re.sub("<[^>]*>", "", xml_of(annotated_refresh(refreshed, edited.name), "word/comments.xml"))

    assert "“Orders held up well in November.” was written for the period before: it names “November”" in said
    assert "It reads “In November alone, imports and exports came to 55 billion yuan" in said
    assert {finding.code for finding in refreshed.report.findings} == {"left-to-decide", "sentence-to-read"}
    assert all(language("zh").what(finding) for finding in refreshed.report.findings)


def test_without_a_period_a_document_of_a_pack_that_follows_its_data_keeps_its_own(folder):
    refreshed = refresh(folder / "11" / CHINESE, MONTHLY)

    assert lines(refreshed.data) == lines(folder / "11" / CHINESE)
    assert refreshed.report.changes == []


def test_a_period_without_data_is_refused(folder):
    with pytest.raises(ReportgenError) as refused:
        rolled(folder / "11" / CHINESE, Period.parse("2019-03"))

    assert "2019" in say(refused.value.message, "en")


@pytest.mark.long
def test_a_zone_s_own_brief_goes_on_for_its_zone(folder, tmp_path):
    from reportgen.build.batches.batch import build_for_each

    build_for_each(MONTHLY, output=tmp_path / "11", languages=["zh"], period=NOVEMBER)
    build_for_each(MONTHLY, output=tmp_path / "12", languages=["zh"])
    old = next((tmp_path / "11").rglob("*.docx"))
    new = tmp_path / "12" / old.relative_to(tmp_path / "11")

    assert lines(rolled(old).data) == lines(new)


def test_the_command(folder, desk, tmp_path):
    own = own_paragraph("Orders held up well in November.")
    edited = desk.edited(folder / "11" / ENGLISH, paragraph_after("came to", own))
    asked = [
        "refresh",
        edited,
        "--pack",
        MONTHLY,
        "--period",
        "latest",
        "--overwrite",
        "-o",
        tmp_path / "new.docx",
        "--language",
        "en",
    ]
    said = run(*asked, language="")

    assert said.exit_code == 1
    assert "to read: " in said.output
    assert "One sentence of people's own to read." in said.output
    listed = json.loads(run(*asked, "--json", language="").output)["to_read"]
    assert listed[0]["periods"] == ["November"]


# ---- how people write periods ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "period", "text", "named"),
    [
        ("zh", "2024-11", "11月份出口回落", "11月份"),
        ("zh", "2024-11", "2024年11月，出口", "2024年11月"),
        ("zh", "2024-11", "11月15日召开会议", None),
        ("zh", "2024-11", "1—11月", None),
        ("zh", "2024-01--2024-11", "1-11月出口", "1-11月"),
        ("zh", "2024-01--2024-11", "2024年1至11月", "2024年1至11月"),
        ("zh", "2024-01--2024-06", "上半年", "上半年"),
        ("zh", "2024-Q3", "三季度", "三季度"),
        ("zh", "2023", "2023年，出口", "2023年"),
        ("zh", "2023", "2023年5月", None),
        ("en", "2024-11", "in November 2024", "November 2024"),
        ("en", "2024-11", "by Nov. 2024", "Nov. 2024"),
        ("en", "2024-05", "it may rise", None),
        ("en", "2024-01--2024-11", "January–November 2024", "January–November 2024"),
        ("en", "2024-01--2024-11", "From Jan to Nov", "Jan to Nov"),
        ("en", "2024-01--2024-06", "in the first half of 2024", "first half of 2024"),
        ("en", "2024-Q3", "The third quarter", "third quarter"),
        ("en", "2023", "since 2023", "2023"),
        ("en", "2023", "12023 firms", None),
    ],
)
def test_how_people_name_a_period(code, period, text, named):
    found = re.search(language(code).subject("periods").mentions(Period.parse(period)), text)

    assert (found and found[0]) == named


def test_charts_that_a_loop_drew_and_another_program_saved_move_with_their_axes(folder, desk):
    """LibreOffice writes every chart anew, so that none is as it was built."""
    edited = EditedDocument((folder / "11" / CHINESE).read_bytes())
    for nth in range(7):
        edited.restyle_chart(nth)
    brief = desk.folder / CHINESE
    brief.write_bytes(edited.save())
    refreshed = rolled(brief)
    held, today = (
        [(one.chart.series, one.chart.scales) for one in open_finished(document).charts]
        for document in (refreshed.data, folder / "12" / CHINESE)
    )

    assert refreshed.report.conflicts == []
    assert len(held) == 7
    assert [values for values, _ in held] == [values for values, _ in today]
    assert [scales for _, scales in held] == [scales for _, scales in today]


def test_a_row_that_people_put_into_a_table_is_listed_for_reading(folder, desk):
    def with_own_row(xml):
        row = next(
            one
            for one in re.findall(r"<w:tr\b(?:(?!</w:tr>).)*</w:tr>", xml, re.DOTALL)
            if "Exports" in re.sub("<[^>]*>", "", one)
        )
        cells = "".join(f"<w:tc>{own_paragraph(text)}</w:tc>" for text in ("Re-exports", "12.5", "3.1"))
        return xml.replace(row, f"{row}<w:tr>{cells}</w:tr>", 1)

    refreshed = rolled(desk.edited(folder / "11" / ENGLISH, with_own_row))
    [found] = [one.finding for one in refreshed.report.to_read]

    assert found.key == "sentence-to-read/row"
    assert language("en").what(found) == (
        "“Re-exports | 12.5 | 3.1” was put into this table by hand, and the figures around it moved to another period."
    )


def test_the_same_words_changed_on_many_sheets_are_told_once(folder, tmp_path):
    package, document = Package.open(folder / "11" / "trade-monthly-databook-en.xlsx"), tmp_path / "book.xlsx"
    for part in [name for name in package.names() if name.startswith("xl/worksheets/sheet")]:
        xml = package.read(part).decode()
        package.write(part, re.sub("(<oddHeader>[^<]*?)January–November", r"\1January–October", xml).encode())
    document.write_bytes(package.save())
    [found] = audit(document).findings

    assert (found.key, found.place.sheet) == ("words-changed/often", "Cover")
    assert "here and in 11 more places" in language("en").what(found)
