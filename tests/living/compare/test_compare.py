"""What changed between two datasets, packs or builds: told figure by figure, with the cause."""

import json
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.figures.recorded_findings import RecordedFinding
from reportgen.findings import Finding, Place, Severity
from reportgen.living.compare import Differences, differences_between, read_side
from reportgen.living.compare.note import note_context, note_summary, revision_note
from reportgen.living.compare.text import comparison_text
from reportgen.messages import Multilingual
from reportgen.record import replace
from reportgen.style import Style
from tests.commands import run

ROOT = Path(__file__).parents[3]
LEVEL = "cbec_trade/CN-CQ/2021/level"


def revised(tmp_path: Path, *changes: tuple[str, str, str], name: str = "new") -> Path:
    """A copy of the real dataset in which texts of its files are replaced; an empty text takes the line out."""
    folder = tmp_path / name
    shutil.copytree(ROOT / "data", folder)
    for file, old, new in changes:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        lines = text.splitlines(keepends=True)
        path.write_text(
            "".join(line for line in lines if old not in line) if not new else text.replace(old, new),
            encoding="utf-8",
        )
    return folder


def compared(tmp_path: Path, *changes: tuple[str, str, str]) -> Differences:
    return differences_between(read_side(ROOT / "data"), read_side(revised(tmp_path, *changes)))


A_REVISED_LEVEL = ("observations.csv", "cq_cbec_trade_2021,cbec_trade,CN-CQ,2021,level,32.21,",
                   "cq_cbec_trade_2021,cbec_trade,CN-CQ,2021,level,33.56,")  # fmt: skip
A_BREAK_GONE = ("breaks.csv", "cbec_trade,CN-CQ,2023", "")
A_LATER_LEVEL = ("observations.csv", "\ncq_cbec_trade_2021,",
                 "\nzones_2025,cbec_demo_zones,CN-CQ,2025,level,11,0,,eq,,,,,,,stated,,\ncq_cbec_trade_2021,")  # fmt: skip


def test_the_same_data_changed_nothing():
    side = read_side(ROOT / "data")
    comparison = differences_between(side, read_side(ROOT / "data"))
    assert comparison.is_empty
    assert "Nothing changed." in comparison_text(comparison, "en")
    assert "没有变化。" in comparison_text(comparison, "zh")


def test_a_revised_figure_says_by_how_much_and_what_it_moves(tmp_path):
    comparison = compared(tmp_path, A_REVISED_LEVEL)
    by_id = {item.id: item for item in comparison.revised}
    assert by_id[LEVEL].amount.shown.en == "+1.35 billion yuan (+4.2%)"
    assert by_id[LEVEL].amount.shown.zh == "+13.5亿元（+4.2%）"
    completion = by_id["cbec_trade/CN-CQ/2021/target_completion@cbec_trade_2025"]
    assert completion.through == (LEVEL,)
    assert completion.amount.shown.en == "+1.9 percentage points"
    assert completion in comparison.moved_by(by_id[LEVEL])


def test_a_change_too_small_to_print_is_named_as_such(tmp_path):
    file, old, new = A_REVISED_LEVEL
    comparison = compared(tmp_path, (file, old, new.replace("33.56", "32.22")))
    assert "46.0%; the same in print (+0.01 percentage points)" in comparison_text(comparison, "en")


def test_figures_that_go_take_their_computed_ones_with_them(tmp_path):
    comparison = compared(
        tmp_path,
        ("observations.csv", "cn_cbec_trade_2021_yoy", ""),
        ("citations.csv", "cn_cbec_trade_2021_yoy", ""),
    )
    gone = {item.id: item for item in comparison.gone}
    assert "cbec_trade/CN/2021/growth_yoy" in gone
    assert gone["cbec_trade/CN/2021/implied_base"].through == ("cbec_trade/CN/2021/growth_yoy",)
    assert "and 4 figures computed" in comparison_text(comparison, "en")


def test_a_break_that_is_taken_back_is_named(tmp_path):
    comparison = compared(tmp_path, A_BREAK_GONE)
    assert [(item.key, item.new) for item in comparison.breaks] == [(("cbec_trade", "CN-CQ", "2023"), None)]
    assert comparison.to_json()["breaks"][0]["key"] == "cbec_trade CN-CQ 2023"
    assert "gone: cbec_trade CN-CQ from 2023 (inferred)" in comparison_text(comparison, "en")


def test_a_target_that_is_reached_changes_its_status(tmp_path):
    comparison = compared(tmp_path, A_LATER_LEVEL)
    told = comparison.to_json()["targets"]
    reached = next(item for item in told if item["target"] == "cbec_demo_zones_2025" and item["new_status"])
    assert reached["new_status"] == "achieved"


def test_a_target_whose_status_stays_is_not_told(tmp_path):
    assert compared(tmp_path, A_REVISED_LEVEL).targets == ()


def test_the_difference_is_that_of_the_printed_numbers(tmp_path):
    comparison = compared(
        tmp_path, ("observations.csv", A_REVISED_LEVEL[1], A_REVISED_LEVEL[1].replace("32.21", "32.99"))
    )
    growth = next(item for item in comparison.revised if "target_required_growth" in item.id)
    before, now = (Decimal(figure.display.en.rstrip("%")) for figure in (growth.old, growth.new))
    assert growth.amount.shown.en == f"{now - before:+} percentage points"


def test_a_changed_source_says_which_of_its_fields(tmp_path):
    before = read_side(ROOT / "data")
    code, source = next((code, item) for code, item in before.sources.items() if item.title)
    comparison = compared(tmp_path, ("sources.csv", source.title, f"{source.title} (corrected)"))
    assert [(item.key, item.fields) for item in comparison.sources] == [((code,), ("title",))]
    assert "changed: title" in comparison_text(comparison, "en")


def test_a_build_is_compared_with_the_pack_it_came_from(tmp_path):
    shutil.copytree(ROOT / "examples" / "plan-2025", tmp_path / "examples" / "plan-2025")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    revised(tmp_path, name="data")
    pack = tmp_path / "examples" / "plan-2025"
    assert run("build", pack, "-o", tmp_path / "out", language="").exit_code == 0
    shutil.rmtree(tmp_path / "data")
    revised(tmp_path, A_REVISED_LEVEL, name="data")
    said = run("compare", tmp_path / "out", pack)
    assert said.exit_code == 0
    assert "32.21 billion yuan → 33.56 billion yuan" in said.output
    assert "One side is a build" in said.output
    assert "new figure" not in said.output


def test_json_is_told_in_both_languages(tmp_path):
    new = revised(tmp_path, A_REVISED_LEVEL)
    said = run("compare", ROOT / "data", new, "--json", language="")
    told = json.loads(said.output)
    first = told["figures"]["revised"][0]
    assert set(told) == {"old", "new", "figures", "targets", "sources", "breaks", "findings", "definition", "renamed", "words", "templates", "texts"}  # fmt: skip
    assert first["label_en"]
    assert first["label_zh"]


@pytest.mark.validator
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_revision_note_is_a_valid_document(tmp_path, language, ooxml_validator):
    comparison = compared(tmp_path, A_REVISED_LEVEL, A_BREAK_GONE, A_LATER_LEVEL)
    note = revision_note(comparison, language)
    assert note == revision_note(comparison, language)
    assert ooxml_validator(note) == []


@pytest.mark.parametrize(("language", "said"), [("en", "33.56 billion yuan"), ("zh", "335.6亿元")])
def test_the_note_shows_both_values_and_carries_lineage(tmp_path, language, said):
    import io

    import docx

    from reportgen.finished.open_document import open_finished

    note = revision_note(compared(tmp_path, A_REVISED_LEVEL), language)
    document = docx.Document(io.BytesIO(note))
    cells = [
        "".join(text.text or "" for text in cell._tc.iter("{*}t")).replace("\u00a0", " ")
        for table in document.tables
        for cell in table.rows[1].cells
    ]
    assert said in cells
    assert "cbec_trade/CN-CQ/2021/level" in (open_finished(note).required_lineage().figures)


def test_a_renamed_code_is_a_rename_and_its_figures_are_compared_by_it(tmp_path):
    folder = revised(tmp_path)
    for file in folder.glob("*.csv"):
        text = file.read_text(encoding="utf-8")
        file.write_text(
            re.sub(r"(?<![\w])cbec_trade(?![\w])", "cbec_total", text).replace(
                ",level,32.21,", ",level,33.56,"
            ),
            encoding="utf-8",
        )
    comparison = differences_between(read_side(ROOT / "data"), read_side(folder))

    assert [(one.dimension, one.old, one.new) for one in comparison.renamed] == [
        ("indicator", "cbec_trade", "cbec_total")
    ]
    assert [item for item in (*comparison.added, *comparison.gone) if item.is_published] == []
    assert "cbec_total/CN-CQ/2021/level" in [item.id for item in comparison.revised]
    assert "  indicator cbec_trade is now called cbec_total (" in comparison_text(comparison, "en")
    assert "  指标代码 cbec_trade 现改为 cbec_total（" in comparison_text(comparison, "zh")


def renamed_in(folder, old, new):
    for file in folder.glob("*.csv"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(rf"(?<![\w]){old}(?![\w])", new, text), encoding="utf-8")


def test_a_renamed_source_is_a_rename_and_nothing_else_changed(tmp_path):
    folder = revised(tmp_path)
    renamed_in(folder, "chongqing_three_new", "three_new_article")
    comparison = differences_between(read_side(ROOT / "data"), read_side(folder))

    assert [(one.dimension, one.old, one.new) for one in comparison.renamed] == [
        ("source", "chongqing_three_new", "three_new_article")
    ]
    changes = (
        comparison.added,
        comparison.gone,
        comparison.revised,
        comparison.sources,
        comparison.findings_added,
    )
    assert changes == ((), (), (), (), ())
    assert "  source chongqing_three_new is now called three_new_article (" in comparison_text(
        comparison, "en"
    )
    assert "  来源代码 chongqing_three_new" in comparison_text(comparison, "zh")


def test_renamed_observations_are_renames_and_their_findings_stay(tmp_path):
    folder = revised(tmp_path)
    renamed_in(folder, "cq_cbec_trade_2021", "trade_of_2021")
    comparison = differences_between(read_side(ROOT / "data"), read_side(folder))

    assert [(one.dimension, one.old, one.new) for one in comparison.renamed] == [
        ("observation", "cq_cbec_trade_2021", "trade_of_2021")
    ]
    assert (comparison.added, comparison.gone, comparison.revised) == ((), (), ())
    assert (comparison.findings_added, comparison.findings_settled) == ((), ())


def test_a_finding_that_names_no_record_is_known_by_its_place_in_whatever_words_it_is_said(tmp_path):
    side = read_side(revised(tmp_path))
    place = Place("areas.csv", row=3, column="label_zh", text="重庆")
    slip = RecordedFinding.of(Finding("no-label", Severity.NOTE, "Said so.", "Mend it.", place))
    elsewhere = replace(slip, place=replace(place, file="indicators.csv"))
    side = replace(side, findings=(*side.findings, slip))

    def against(*findings):
        comparison = differences_between(side, replace(side, findings=findings))
        return comparison.findings_added, comparison.findings_settled

    others = side.findings[:-1]
    reworded = replace(
        slip, what=Multilingual("Said otherwise.", "另一种说法。"), place=replace(place, row=4)
    )
    assert against(*others, reworded) == ((), ())
    assert against(*others, elsewhere) == ((elsewhere,), (slip,))


def test_an_indicator_that_another_takes_the_place_of_is_no_rename(tmp_path):
    comparison = compared(tmp_path, ("observations.csv", "cq_online_retail_2020,", ""))

    assert comparison.renamed == ()


def test_changed_labels_and_notes_are_said(tmp_path):
    label = "Cross-border e-commerce demonstration zones"
    note = "It covers thirteen months, not a year."
    comparison = compared(
        tmp_path, ("indicators.csv", label, "Demonstration zones"), ("observations.csv", note, "13 months.")
    )
    text = comparison_text(comparison, "en")

    assert f"  indicator cbec_demo_zones: label “{label}” → “Demonstration zones”" in text
    assert "13 months.”" in text
    assert "名称或说明有变化" in comparison_text(comparison, "zh")


def test_a_changed_template_is_said(tmp_path):
    pack = tmp_path / "pack"
    for name in ("examples", "data", "templates"):
        shutil.copytree(ROOT / name, pack / name, ignore=shutil.ignore_patterns("build"))
    template = pack / "templates" / "plan-2025-brief-en.docx"
    template.write_bytes((ROOT / "templates" / "trade-2023-brief-en.docx").read_bytes())
    comparison = differences_between(
        read_side(ROOT / "examples" / "plan-2025"), read_side(pack / "examples" / "plan-2025")
    )

    assert [item.key for item in comparison.templates] == [("../../templates/plan-2025-brief-en.docx",)]
    assert "template ../../templates/plan-2025-brief-en.docx: its content changed" in comparison_text(
        comparison, "en"
    )


def test_words_of_a_source_and_figures_without_numbers_move_nothing(tmp_path):
    words = ("citations.csv", "automobiles exceeded 33 billion", "automobiles surpassed 33 billion")
    comparison = compared(tmp_path, words)
    below = [item for item in comparison.revised if item.through]

    assert any(not item.has_number for item in below)
    assert comparison.moved == ()
    assert "moves" not in comparison_text(comparison, "en")


def test_the_note_says_in_sentences_what_was_revised(tmp_path):
    comparison = compared(tmp_path, A_REVISED_LEVEL)

    assert note_summary(comparison, "en")[0].startswith(
        "Cross-border e-commerce imports and exports, Chongqing (2021) was revised up from 32.21 billion yuan to "
        "33.56 billion yuan, by 1.35 billion yuan (4.2%); "
    )
    assert note_summary(comparison, "zh")[0].startswith(
        "重庆市跨境电商进出口额（2021年）由322.1亿元上修为335.6亿元，修订幅度为13.5亿元（4.2%），带动"
    )


def test_what_is_revised_down_says_by_how_much_without_a_sign(tmp_path):
    file, published, _ = A_REVISED_LEVEL
    comparison = compared(tmp_path, (file, published, published.replace("32.21", "30.86")))

    assert (
        "revised down from 32.21 billion yuan to 30.86 billion yuan, by 1.35 billion yuan (4.2%)"
        in (note_summary(comparison, "en")[0])
    )
    assert "由322.1亿元下修为308.6亿元，修订幅度为13.5亿元（4.2%）" in note_summary(comparison, "zh")[0]


def test_the_note_has_the_signs_of_the_pack(tmp_path):
    """Of a revised figure nothing moved before it: the sign of what does not apply stands there."""
    comparison = compared(tmp_path, A_REVISED_LEVEL)
    pack = read_side(ROOT / "examples" / "plan-2025").subject
    definition = replace(pack.definition, style=Style(not_applicable="[z]"))
    signed = replace(comparison.new, subject=replace(comparison.new.subject, definition=definition))

    assert {row["through"] for row in note_context(comparison, "en")["revised"]} == {"—"}
    assert {row["through"] for row in note_context(replace(comparison, new=signed), "en")["revised"]} == {
        "[z]"
    }


def test_a_figure_in_other_words_is_the_same_in_print(tmp_path):
    """Whether print shows the same is a matter of values: what is counted has another name, and its source other words."""
    comparison = compared(
        tmp_path,
        ("indicators.csv", "stock,,merchants,家,,,Online merchants.", "stock,,shops,家,,,Online merchants."),
        (
            "citations.csv",
            "in 2020 and online merchants exceeded 650,000",
            "and online merchants exceeded 650,000",
        ),
    )
    (item,) = (one for one in comparison.revised if one.id == "online_merchants/CN-CQ/2020/level")

    assert (item.old.display.en, item.new.display.en) == (
        "more than 650,000 merchants",
        "more than 650,000 shops",
    )
    assert item.is_same_in_print("en")
    assert "more than 650,000 shops; changed: sources and their words" in comparison_text(comparison, "en")
