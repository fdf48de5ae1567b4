"""An audit keeps quiet where nothing is wrong: untouched builds, Word's own noise, ordinary official prose."""

from pathlib import Path

import pytest

from reportgen.findings import Severity
from reportgen.language import language
from reportgen.living.audit import audit
from reportgen.ooxml import Package
from tests.living.audit.conftest import PACKS
from tests.living.audit.excel_editing import EditedWorkbook
from tests.living.audit.harmless_by_a_stranger import ALARMED, HARMLESS
from tests.living.audit.harmless_by_an_office import OFFICE_ALARMED, OFFICE_HARMLESS
from tests.living.audit.planted import (
    GAP,
    GROWTH,
    LEVEL,
    NEEDED,
    PLAN_EN,
    PLAN_ZH,
    Planted,
    around,
    drawing,
    words,
)
from tests.living.audit.reworded import AGAIN, REWORDED, TRADE_EN
from tests.living.audit.test_planted_edits import audited
from tests.living.audit.word_editing import EditedDocument, run, text_of

PROSE = Path(__file__).parent / "prose"
PAGES = [f"page{number}_{language}.txt" for language in ("en", "zh") for number in (1, 2, 3, 4)]
DOCUMENTS = [
    f"{pack}/{pack}-{kind}"
    for pack in PACKS
    for kind in ("brief-en.docx", "brief-zh.docx", "workbook-en.xlsx", "workbook-zh.xlsx", "databook-en.xlsx", "databook-zh.xlsx")
]  # fmt: skip


def findings_of(data: bytes, folder: Path, **options):
    path = folder / "document.docx"
    path.write_bytes(data)
    return [
        (one.code, language("en").what(one), one.place.paragraph) for one in audit(path, **options).findings
    ]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_an_untouched_build_gives_no_finding(document, built):
    assert audit(built / document).findings == ()


@pytest.mark.long_but_for("plan-2025")
@pytest.mark.parametrize("document", DOCUMENTS)
def test_an_untouched_build_agrees_with_the_pack_it_was_built_from(document, built):
    pack = Path(__file__).parents[3] / "examples" / document.partition("/")[0]

    assert audit(built / document, pack=pack).findings == ()


@pytest.mark.long_but_for("plan-2025")
@pytest.mark.parametrize("document", [name for name in DOCUMENTS if name.endswith(".docx")])
def test_split_runs_rsids_and_proofing_marks_are_no_edits(document, built, tmp_path):
    data = EditedDocument((built / document).read_bytes()).split_runs().save()

    assert findings_of(data, tmp_path) == []


@pytest.mark.long_but_for(every=2)
@pytest.mark.parametrize("prose", PAGES)
def test_a_page_of_official_prose_raises_no_alarm(prose, built, tmp_path):
    language = prose.removesuffix(".txt")[-2:]
    lines = (PROSE / prose).read_text(encoding="utf-8").splitlines()
    document = EditedDocument((built / f"plan-2025/plan-2025-brief-{language}.docx").read_bytes())
    for line in reversed(lines):
        document.add_paragraph(line)

    assert len(lines) >= 40
    assert findings_of(document.save(), tmp_path) == []


@pytest.mark.long_but_for(every=2)
@pytest.mark.parametrize("prose", PAGES)
def test_official_prose_in_a_workbook_raises_no_alarm(prose, built, tmp_path):
    language = prose.removesuffix(".txt")[-2:]
    book = EditedWorkbook((built / f"plan-2025/plan-2025-workbook-{language}.xlsx").read_bytes())
    sheet = next(iter(book.parts))
    for number, line in enumerate((PROSE / prose).read_text(encoding="utf-8").splitlines(), start=40):
        book.type(f"{sheet}!A{number}", line)
    path = tmp_path / "book.xlsx"
    path.write_bytes(book.save())

    assert audit(path).findings == ()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_sentence_that_claims_a_number_of_its_own_is_found(language, built, tmp_path):
    lines = (PROSE / f"claims_{language}.txt").read_text(encoding="utf-8").splitlines()
    document = EditedDocument((built / f"plan-2025/plan-2025-brief-{language}.docx").read_bytes())
    for line in reversed(lines):
        document.add_paragraph(line)
    places = {document.number_of(document.paragraph(line)) for line in lines}

    assert {place for code, _, place in findings_of(document.save(), tmp_path)} == places


def findings_of_rewording(reworded: tuple[str, str, str, str], built: Path, folder: Path):
    """The findings on a document of which one sentence was turned otherwise."""
    name, sentence, old, new = reworded
    document = EditedDocument((built / name).read_bytes())
    words(sentence, old, new)(document)
    return findings_of(document.save(), folder)


@pytest.mark.long_but_for(every=4)
@pytest.mark.parametrize("reworded", REWORDED, ids=[f"{old} {new}" for _, _, old, new in REWORDED])
def test_a_sentence_turned_otherwise_is_no_finding(reworded, built, tmp_path):
    assert findings_of_rewording(reworded, built, tmp_path) == []


@pytest.mark.long
def test_hardly_a_sentence_turned_otherwise_once_more_is_a_finding(all_built, tmp_path):
    raised = [one for one in AGAIN if findings_of_rewording(one, all_built, tmp_path)]

    assert len(AGAIN) == 52
    assert len(raised) <= 2, raised


def alarms_of_harmless(built: Path, folder: Path, edits: list[Planted] = HARMLESS) -> dict[str, str]:
    """The harmless edits by a stranger that raise an alarm, each with the first one's code."""
    alarms = {
        one.name: [found for found in audited(one, built, folder)[0] if found.severity is not Severity.NOTE]
        for one in edits
    }
    return {name: found[0].code for name, found in alarms.items() if found}


@pytest.mark.long
def test_harmless_edits_by_a_stranger_raise_no_alarm_but_those_that_are_known(all_built, tmp_path):
    assert len(HARMLESS) == len({one.name for one in HARMLESS}) == 40
    assert alarms_of_harmless(all_built, tmp_path) == ALARMED


@pytest.mark.long
def test_harmless_edits_by_a_second_stranger_raise_those_alarms_that_are_known(all_built, tmp_path):
    assert len(OFFICE_HARMLESS) == len({one.name for one in OFFICE_HARMLESS}) == 40
    assert alarms_of_harmless(all_built, tmp_path, OFFICE_HARMLESS) == OFFICE_ALARMED


@pytest.mark.parametrize(
    ("document", "words", "own"),
    [
        (PLAN_ZH, "高于全国平均水平44.7", "我局认为，全年增速将保持平稳。"),
        (PLAN_EN, "short of the target", " The office expects the pace to hold."),
    ],
)
def test_a_sentence_of_people_s_own_behind_a_figure_s_is_no_finding(document, words, own, built, tmp_path):
    edited = EditedDocument((built / document).read_bytes())
    edited.paragraph(words).append(run(own))

    assert findings_of(edited.save(), tmp_path) == []


@pytest.mark.parametrize("word", ["rose", "climbed", "surged", "accelerated by"])
def test_a_growth_in_words_is_no_finding_whatever_word_of_rise_says_it(word, built, tmp_path):
    edited = EditedDocument((built / PLAN_EN).read_bytes())
    edited.add_paragraph(
        f"In 2021, cross-border e-commerce imports and exports {word} sixty-three point three percent."
    )

    assert findings_of(edited.save(), tmp_path) == []


@pytest.mark.parametrize("word", ["增长", "提高", "回升"])
def test_so_is_one_in_chinese(word, built, tmp_path):
    edited = EditedDocument((built / PLAN_ZH).read_bytes())
    edited.add_paragraph(f"2021年，跨境电商进出口{word}百分之六十三点三。")

    assert findings_of(edited.save(), tmp_path) == []


def test_a_heading_with_a_word_more_is_no_finding(built, tmp_path):
    edited = EditedDocument((built / PLAN_ZH).read_bytes())
    edited.retype(edited.paragraph("要点"), "本月要点")

    assert findings_of(edited.save(), tmp_path) == []


def test_a_control_moved_to_another_paragraph_is_no_finding(built, tmp_path):
    document = EditedDocument((built / PLAN_EN).read_bytes())
    document.move_control(document.figure(NEEDED), document.paragraphs()[12])

    assert findings_of(document.save(), tmp_path) == []


def test_a_copied_sentence_is_no_finding(built, tmp_path):
    import copy

    document = EditedDocument((built / PLAN_EN).read_bytes())
    paragraph = around(document.figure(LEVEL))
    paragraph.addnext(copy.deepcopy(paragraph))

    assert findings_of(document.save(), tmp_path) == []


def test_a_restyled_chart_is_no_finding(built, tmp_path):
    data = EditedDocument((built / PLAN_EN).read_bytes()).restyle_chart(0).restyle_chart(1).save()

    assert findings_of(data, tmp_path) == []


def test_a_moved_chart_is_no_finding(built, tmp_path):
    document = EditedDocument((built / PLAN_EN).read_bytes())
    document.paragraphs()[12].addnext(drawing(document, 1))

    assert findings_of(document.save(), tmp_path) == []


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        (LEVEL, "32.2 billion yuan"),
        (LEVEL, "32,210 million yuan"),
        (LEVEL, "about 32 billion yuan"),
        (LEVEL, "more than 32 billion yuan"),
        (LEVEL, "RMB 32.21 billion"),
        (GROWTH, "63%"),
        (GROWTH, "63.3 percent"),
        (GAP, "CNY 37.8 billion"),
    ],
)
def test_a_figure_said_otherwise_and_still_true_is_no_finding(wanted, text, built, tmp_path):
    document = EditedDocument((built / PLAN_EN).read_bytes())
    document.retype(document.figure(wanted), text)

    assert findings_of(document.save(), tmp_path) == []


def test_a_number_of_the_document_typed_again_is_backed(built, tmp_path):
    document = EditedDocument((built / PLAN_EN).read_bytes())
    document.add_paragraph("In short: 32.2 billion yuan, up 63.3 percent, 37.8 billion yuan to go.")

    assert findings_of(document.save(), tmp_path) == []


def test_tracked_changes_are_read_as_asked(built, tmp_path):
    document = EditedDocument((built / PLAN_EN).read_bytes())
    paragraph = document.paragraphs()[12]
    document.track_insertion(" Parcels rose by 37.3%.", paragraph)
    data = document.save()

    assert [code for code, _, _ in findings_of(data, tmp_path)] == ["unbacked-number"]
    assert findings_of(data, tmp_path, tracked="rejected") == []
    assert "37.3" in text_of(paragraph)


@pytest.mark.parametrize("name", [PLAN_EN, TRADE_EN])
def test_a_plain_space_between_a_number_and_its_unit_is_no_finding(name, built, tmp_path):
    """Documents built before had one there, and people type it."""
    package = Package.open(built / name)
    xml = package.read(package.main_part).decode("utf-8")
    assert "\u00a0billion yuan" in xml
    package.write(package.main_part, xml.replace("\u00a0", " ").encode("utf-8"))
    (tmp_path / "brief.docx").write_bytes(package.save())
    assert [one.code for one in audit(tmp_path / "brief.docx").findings] == []


def test_a_joiner_less_before_a_source_mark_is_no_finding(built, tmp_path):
    """Some programs drop letters without a width."""
    package = Package.open(built / PLAN_ZH)
    xml = package.read(package.main_part).decode("utf-8")
    assert "\u2060" in xml
    package.write(package.main_part, xml.replace("\u2060", "").encode("utf-8"))
    (tmp_path / "brief.docx").write_bytes(package.save())
    assert [one.code for one in audit(tmp_path / "brief.docx").findings] == []
