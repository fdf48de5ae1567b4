"""What a refresh says it did: words by phrases, source marks whole, of charts the points that differ, places in the new document."""

import re

import pytest

from reportgen.findings import Place
from reportgen.language import language, place_record
from reportgen.living.refresh.refresh import annotated_refresh, refresh
from reportgen.living.refresh.report import Kept, Report, report_text
from reportgen.periods import Period
from tests.living.refresh.workshop import (
    MONTHLY,
    Workshop,
    line_with,
    months,
    replaced,
    typed_over,
    xml_of,
)

ENGLISH, CHINESE = "trade-monthly-brief-en.docx", "trade-monthly-brief-zh.docx"


@pytest.fixture
def desk(tmp_path):
    return Workshop(tmp_path)


@pytest.fixture(scope="module")
def december():
    """The untouched brief of November, taken to December."""
    return refresh(months() / "11" / CHINESE, MONTHLY, period="latest")


def told(refreshed):
    return {(one.before, one.after) for one in refreshed.report.changes}


def test_words_are_told_by_phrases(december):
    assert {
        ("累计", "货物进出口由2024年1—11月下降2.4%转为增长，增速提高2.8个百分点\u2060[1-\u20602]。全年"),
        ("同比下降", "比上年增长"),
        ("", "，万州经济技术开发区增长20.5%"),
    } <= told(december)


def test_a_source_mark_is_told_whole():
    january = refresh(months() / "11" / CHINESE, MONTHLY, period=Period.parse("2024-01"))
    marks = {(one, other) for one, other in told(january) if "[" in one + other}

    assert ("[1-2]", "[1]") in {(bare(one), bare(other)) for one, other in marks}
    assert all(one.count("[") == one.count("]") for pair in marks for one in pair)


def bare(text):
    return text.replace("\u2060", "")


def test_of_a_chart_the_points_that_differ_are_told(december):
    charts = [one for one in december.report.changes if one.kind == "chart"]

    assert ("", "当月进出口额：12月 823.4；累计同比增速：12月 0.4") in {
        (one.before, one.after) for one in charts
    }
    assert all(one.place.paragraph for one in charts), "and where it is drawn"


def test_a_number_that_stays_the_same_is_not_told(december):
    said = report_text(december.report, "zh").splitlines()

    assert any(not one.is_seen for one in december.report.changes), "its figure is that of another month"
    assert not [line for line in said if re.search(r"：(\S+) → \1  \[", line)]


def test_places_are_those_of_the_new_document(desk):
    """A source more in the list: what stands below it has another number now, in the report and for the comment there."""
    document = desk.edited(
        months() / "11" / CHINESE,
        replaced("另有7处修订较小", "另有七处修订较小"),
        typed_over("544.0亿元", "544亿元"),
    )
    refreshed = refresh(document, MONTHLY, period="latest", name="12月.docx")
    numbered = dict(enumerate(re.findall(r"<w:p[ >].*?</w:p>", xml_of(refreshed.data), re.DOTALL), start=1))
    below = next(one for one in refreshed.report.conflicts if "七处" in one.edited)
    noted = xml_of(annotated_refresh(refreshed, "12月.docx"))

    assert below.place.file == "12月.docx"
    assert "七处" in numbered[below.place.paragraph]
    commented = [one for one in re.findall(r"<w:p[ >].*?</w:p>", noted, re.DOTALL) if "commentRange" in one]
    assert [any(words in one for one in commented) for words in ("七处", "544亿元")] == [True, True]


def test_a_sentence_beside_the_body_is_noted_at_its_head(desk):
    document = desk.edited(
        months() / "11" / ENGLISH, replaced("Office (worked", "Office, November 2024 (worked"), part="word/footer1.xml"
    )  # fmt: skip
    refreshed = refresh(document, MONTHLY, period="latest")
    (one,) = refreshed.report.to_read
    (finding,) = refreshed.report.findings

    assert (one.periods, one.place.file, one.place.part) == (("November 2024",), document.name, "footer1")
    assert place_record(one.place)["file"] == f"{document.name} (footer1)"
    assert finding.place.paragraph is None
    assert (
        "commentRangeStart"
        in re.search(r"<w:p[ >].*?</w:p>", xml_of(annotated_refresh(refreshed, ENGLISH)))[0]
    )


# ---- rows of people's own ----------------------------------------------------------------------------------


def test_a_row_of_their_own_among_figures_that_moved_is_to_be_read(desk):
    def add(xml):
        row = next(one for one in re.findall(r"<w:tr>.*?</w:tr>", xml, re.DOTALL) if "-12.8" in one)
        own = re.sub(r"<w:bookmark(?:Start|End)\b[^>]*/>", "", row)
        for number, text in zip(
            ("187.66", "-12.8", "15.31", "-5.6"), ("98.2", "5.1", "8.7", "1.2"), strict=True
        ):
            own = own.replace(f">{number}<", f">{text}<")
        return xml.replace(row, row + own.replace(">imports<", ">Trade with ASEAN<"), 1)

    refreshed = refresh(desk.edited(months() / "11" / ENGLISH, add), MONTHLY, period="latest")
    (one,) = refreshed.report.to_read
    (finding,) = refreshed.report.findings

    assert (one.text, one.is_row) == ("Trade with ASEAN | 98.2 | 5.1 | 8.7 | 1.2", True)
    assert "98.2" in line_with(refreshed.data, "98.2")
    assert "The figures around this row moved." in report_text(refreshed.report, "en")
    assert "was put into this table by hand" in language("en").what(finding)
    assert "一行为人工加入" in language("zh").what(finding)


@pytest.mark.parametrize(
    ("built", "en", "zh"),
    [
        ("46.0%", "was typed over “46.0%”", "改写（原为“46.0%”）"),
        ("", "was written here by hand", "系人工所写"),
    ],
)
def test_typed_over_is_said_only_where_something_was(built, en, zh):
    report = Report("brief.docx", "en", kept=[Kept("retyped", Place(), built, "46.2%", "47.9%")])

    assert en in report_text(report, "en")
    assert zh in report_text(report, "zh")
