"""Forms merged with the dataset three ways, by one person and by several, and marked to be sent back."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reportgen.ooxml import placing
from tests.intake.forms.desk import CHENGDU, FIRMS, HEADS, TRADE


def value(row, number, note=None, who=None):
    def fill(sheet, book):
        sheet.cell(row, HEADS["value"]).value = number
        sheet.cell(row, HEADS["note"], note)
        book.worksheets[0]["B3"] = who
        book.worksheets[0]["B5"] = "2024-06-12"

    return fill


def add(forms, row):
    path = forms.data / "observations.csv"
    path.write_text(path.read_text("utf-8") + row + "\n", "utf-8")


def test_new_then_the_same(forms):
    path = forms.filled(value(TRADE, 12.5, who="Li"))
    done = forms.collect(path, language="en")
    assert (done.exit_code, done.output) == (0, (
        "1 new, 0 the same, 0 revised, 0 conflicting, 3 left empty, 0 not readable\n"
        f"Written to {forms.data}: sources.csv, citations.csv, observations.csv.\n"
    ))  # fmt: skip
    before = forms.files()
    again = forms.collect(path, language="en")
    assert "0 new, 1 the same" in again.output
    assert forms.files() == before


def test_a_number_cites_its_cell_of_the_returned_form(forms):
    from reportgen.dataset import read

    forms.collect(forms.filled(value(TRADE, "12.5亿元", who="Li")))
    (cited,) = [one for one in read(forms.data)[0].citations if one.cell]
    assert (cited.role, cited.locator, cited.cell, cited.statement) == (
        "table",
        "back.xlsx",
        "'填报'!H5",
        "12.5亿元",
    )
    assert (cited.table, cited.row_label, cited.column_label, cited.unit_label) == (
        "数据填报表（2024年5月）", "重庆 / 进出口额", "2024年5月", "亿元",
    )  # fmt: skip


def test_a_revision_keeps_the_old_value_with_date_and_reason(forms):
    path = forms.filled(value(TRADE, 12.8, "海关更正"), period="2024-04")
    done = forms.collect(path, language="en")
    assert done.exit_code == 0
    assert "was 1200000000 (back.xlsx, '填报'!H5): 海关更正" in done.output
    assert "0 new, 3 the same, 1 revised" in done.output
    observations = forms.observations()
    assert (
        str(observations["a4"].quantity.value) == "12E+8" or observations["a4"].quantity.value == 1200000000
    )
    (new,) = [one for one in observations.values() if one.status == "R"]
    assert (new.quantity.value, new.note.zh) == (1280000000, "海关更正")
    assert f"\n{new.source},数据填报表（2024年4月）（收回的填报表）,,Bureau,2024-06-12," in (
        forms.data / "sources.csv"
    ).read_text("utf-8")


def test_a_revised_number_holds(forms):
    from reportgen.dataset import read
    from reportgen.dataset.vintages import known

    forms.collect(forms.filled(value(TRADE, 12.8, "海关更正"), period="2024-04"))
    dataset, _ = read(forms.data)
    held = [one for one in known(dataset).dataset.observations.values() if str(one.period) == "2024-04"]
    assert 1280000000 in [one.quantity.value for one in held]
    assert "a4" not in [one.obs_id for one in held]


def test_what_the_dataset_learned_meanwhile_is_a_conflict(forms):
    path = forms.filled(value(TRADE, 12.5))
    add(forms, "a5,trade,CN-CQ,2024-05,level,12.6,8,,,bureau,,")
    before = forms.files()
    done = forms.collect(path, language="en")
    assert done.exit_code == 1
    assert "[form-conflict]" in done.output
    assert (
        "The form says 12.5 and was made when the dataset had no number; meanwhile the dataset has 12.6."
        in done.output
    )
    assert "Nothing was taken: one error." in done.output
    assert forms.files() == before


def test_both_learned_the_same(forms):
    path = forms.filled(value(TRADE, 12.6))
    add(forms, "a5,trade,CN-CQ,2024-05,level,12.6,8,,,bureau,,")
    assert "相同1个" in forms.collect(path).output


def test_a_cell_left_as_it_was_conflicts_with_nothing(forms):
    path = forms.filled(lambda *_: None, period="2024-04")
    text = (
        (forms.data / "observations.csv").read_text("utf-8").replace("2024-04,level,12,", "2024-04,level,13,")
    )
    (forms.data / "observations.csv").write_text(text, "utf-8")
    done = forms.collect(path)
    assert done.exit_code == 0
    assert "相同4个" in done.output


def test_a_number_that_was_deleted_stays(forms):
    done = forms.collect(forms.filled(value(TRADE, None), period="2024-04"))
    assert done.exit_code == 0
    assert "[form-emptied]" in done.output


def test_one_who_corrects_himself_and_another_who_differs(forms):
    """All three fill in the same form."""
    first, corrected, other = (
        forms.filled(value(TRADE, number, who=who), name=f"{number}.xlsx")
        for number, who in ((12.5, "Li"), (12.55, "Li"), (12.9, "Wang"))
    )
    assert "1 new" in forms.collect(first, language="en").output
    assert "1 revised" in forms.collect(corrected, language="en").output
    other = forms.collect(other, language="en")
    assert "[form-conflict]" in other.output


def test_one_who_corrects_himself_twice_on_one_day(forms):
    """The last correction holds, and to collect it again is no third one."""
    from reportgen.dataset import read
    from reportgen.dataset.vintages import known

    *_, last = paths = [
        forms.filled(value(TRADE, number, who="Li"), name=f"{number}.xlsx") for number in (12.5, 12.55, 12.6)
    ]
    assert "1 new, 0 the same, 2 revised" in forms.collect(*paths, language="en").output
    before = forms.files()
    assert "0 new, 1 the same, 0 revised" in forms.collect(last, language="en").output
    assert forms.files() == before
    found = known(read(forms.data)[0])
    held = [one for one in found.dataset.observations.values() if str(one.period) == "2024-05"]
    assert [one.quantity.text for one in held] == ["12.6"]
    assert [one.quantity.text for one in found.superseded[held[0].obs_id]] == ["12.5", "12.55"]


def test_a_form_and_its_correction_collected_again_and_again(forms):
    """Both copies stay in the folder of returned forms: the older one takes nothing back."""
    paths = [forms.filled(value(TRADE, number, who="Li"), name=f"{number}.xlsx") for number in (12.5, 12.6)]
    assert "1 new, 0 the same, 1 revised" in forms.collect(*paths, language="en").output
    before = forms.files()
    for given in (paths, paths[::-1], paths[:1]):
        done = forms.collect(*given, language="en")
        assert f"0 new, {len(given)} the same, 0 revised" in done.output
        assert "The form says 12.5, as it did when it was collected before" in done.output
        assert "it has been corrected to 12.6 since, which stays" in done.output
        assert "[form-older-copy]" in done.output
        assert forms.files() == before


def test_a_number_corrected_back_on_a_later_day(forms):
    def back(sheet, book):
        value(TRADE, 12.5, who="Li")(sheet, book)
        book.worksheets[0]["B5"] = "2024-06-14"

    for number in (12.5, 12.6):
        forms.collect(forms.filled(value(TRADE, number, who="Li")))
    assert "1 revised" in forms.collect(forms.filled(back), language="en").output


def test_a_revision_of_another_publishers_number_is_told(forms):
    def fill(sheet, book):
        sheet.cell(TRADE, HEADS["value"], 12.8)
        book.worksheets[0]["B4"] = "商务委"

    done = forms.collect(forms.filled(fill, period="2024-04"))
    assert "[form-other-publisher]" in done.output
    assert done.exit_code == 0


def two_rows(sheet, _):
    sheet.cell(TRADE, HEADS["value"], 12.5)
    sheet.cell(FIRMS, HEADS["value"], "很多")


def test_partial_takes_the_rest(forms):
    path = forms.filled(two_rows)
    assert forms.collect(path).exit_code == 1
    assert not [one for one in forms.observations().values() if str(one.period) == "2024-05"]
    done = forms.collect(path, "--partial")
    assert done.exit_code == 1
    assert [one.quantity.text for one in forms.observations().values() if str(one.period) == "2024-05"] == [
        "12.5"
    ]


def test_a_dry_run_shows_all_and_writes_nothing(forms):
    before = forms.files()
    done = forms.collect(forms.filled(two_rows), "--dry-run", language="en")
    assert "new          trade/CN-CQ/2024-05/level@form_" in done.output
    assert "[form-no-number]" in done.output
    assert done.output.endswith(
        "1 new, 0 the same, 0 revised, 0 conflicting, 2 left empty, 1 not readable\nNothing was written (--dry-run).\n"
    )
    assert forms.files() == before


def test_bad_cells_are_marked_in_a_copy_to_send_back(forms):
    path = forms.filled(two_rows)
    done = forms.collect(path, "--annotate", forms.folder / "send")
    assert f"供退回的批注副本：{forms.folder / 'send' / 'back.xlsx'}" in done.output
    book = load_workbook(forms.folder / "send" / "back.xlsx")
    sheet = book["填报"]
    comment = sheet.cell(FIRMS, HEADS["value"]).comment.text
    assert "“很多”不是可识别的数。\n请只填一个数字，单位：家。" in comment
    assert sheet.cell(TRADE, HEADS["value"]).comment is None
    assert sheet.protection.sheet
    sheet.cell(FIRMS, HEADS["value"], 900)
    book.save(forms.folder / "mended.xlsx")
    assert "新增2个" in forms.collect(forms.folder / "mended.xlsx").output


def test_two_forms_of_one_figure_in_one_collection(forms):
    one = forms.filled(value(TRADE, 12.5, who="Li"), name="one.xlsx")
    other = forms.filled(value(TRADE, 12.7, who="Wang"), name="other.xlsx")
    before = forms.files()
    done = forms.collect(one, other, language="en")
    assert "other.xlsx" in done.output
    assert "[form-conflict]" in done.output
    assert forms.files() == before


def test_two_collections_at_once_both_arrive(forms):
    paths = [forms.filled(value(row, 13 + row / 10), name=f"{row}.xlsx") for row in (TRADE, CHENGDU)]
    code = "import sys; from reportgen.cli import main; main(sys.argv[1:])"
    running = [
        subprocess.Popen([sys.executable, "-c", code, "form", "collect", str(path), "--into", str(forms.data)],
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=Path(__file__).parents[3])
        for path in paths
    ]  # fmt: skip
    said = [process.communicate(timeout=60)[0].decode() for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    new = {
        str(one.series): str(one.quantity.text)
        for one in forms.observations().values()
        if str(one.period) == "2024-05"
    }
    assert new == {"trade/CN-CQ": "13.5", "trade/CN-CD": "13.8"}


@pytest.mark.parametrize("written", [0, 1, 2])
def test_a_full_disk_leaves_the_dataset_as_it_was(forms, monkeypatch, written):
    path = forms.filled(value(TRADE, 12.5))
    before = forms.files()
    write, calls = placing._write_through, []

    def full(target, data):
        if len(calls) == written:
            raise OSError(errno.ENOSPC, "No space left on device")
        calls.append(target)
        write(target, data)

    monkeypatch.setattr(placing, "_write_through", full)
    done = forms.collect(path)
    assert done.exit_code == 2
    assert forms.files() == before
