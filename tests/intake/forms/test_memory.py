"""What a collection keeps in memory of the forms that it has read."""

import gc
import shutil
import tracemalloc

import pytest

from reportgen.dataset import read, write_folder
from reportgen.intake.forms.asked import plain_text
from reportgen.intake.forms.collecting import collect_forms
from reportgen.intake.forms.entry_workbook import HEAD_ROW
from reportgen.intake.forms.exporting import export_forms
from reportgen.intake.forms.merged import FormNumber, MergedNumbers, Rows
from reportgen.intake.taken import ObservationKey
from reportgen.periods import Period
from tests.builders import dataset

AREAS, FIGURES, FEW, MANY = 13, 64, 4, 12
MOST_BYTES_A_NUMBER = 150
"""A hash and a position take about 100, a number with its two rows, as objects, about 2,600."""


@pytest.fixture(scope="module")
def returned(tmp_path_factory):
    """A dataset of 2023, and a form for each area with all numbers of 2024."""
    folder = tmp_path_factory.mktemp("forms")
    lines = [
        f"i{figure} A{area} {year}={figure + 1}.5e8"
        for year in (2023, 2024)
        for area in range(AREAS)
        for figure in range(FIGURES)
    ]
    half = len(lines) // 2
    for name in ("data", "before"):
        write_folder(dataset("\n".join(lines[:half])), folder / name)
    write_folder(dataset("\n".join(lines)), folder / "later")
    forms = export_forms(
        read(folder / "later")[0], folder / "later", folder / "forms", "en", periods=[Period.parse("2024")],
        each_area=True,
    )  # fmt: skip
    return folder / "data", sorted(forms)


@pytest.mark.long
def test_memory_does_not_grow_with_the_forms(returned):
    data, forms = returned
    kept = []

    def look(_):
        plain_text.cache_clear()  # which is bounded
        gc.collect()
        kept.append(tracemalloc.get_traced_memory()[0])

    tracemalloc.start()
    try:
        done = collect_forms(forms, data, step=look)
    finally:
        tracemalloc.stop()
    assert (len(done.merged), done.counts["new"]) == (AREAS * FIGURES, AREAS * FIGURES)
    assert len(read(data)[0].observations) == 2 * AREAS * FIGURES
    assert kept[MANY] - kept[FEW] < (MANY - FEW) * FIGURES * MOST_BYTES_A_NUMBER


def test_numbers_are_found_again_where_they_were_put_away():
    """Of each thousandth figure there are two numbers, and two figures differ in their price basis alone."""
    merged = MergedNumbers()
    for number in range(3000):
        merged.append(merged_number(f"i{number % 1000}", number, "new" if number < 2000 else "same"))
    merged.append(merged_number("i7", 3000, "revised", prices="constant"))
    assert [one.digits for one in merged] == [str(number) for number in range(3001)]
    assert (merged[0].digits, merged[-1].digits, merged[2999].change) == ("0", "3000", "same")
    assert (len(merged), merged.taken_count) == (3001, 2001)
    found = merged.taken(merged[7].key)
    assert [(one.digits, one.prices) for one in found] == [("3000", "constant"), ("1007", ""), ("7", "")]
    assert merged.taken(merged[7].key._replace(indicator="other")) == []
    rows = Rows(merged, lambda one: {"value": one.digits})
    assert len(rows) == len(list(rows)) == 2001


def merged_number(indicator, number, change, prices=""):
    key = ObservationKey(indicator, "A0", "_T", "_T", "2024", "level", "", prices, "CNY")
    texts = dict.fromkeys(
        (
            "status",
            "reason",
            "source",
            "file",
            "cell",
            "statement",
            "table",
            "row_label",
            "column_label",
            "unit_label",
        ),
        "",
    )
    return FormNumber(
        change, f"{indicator}-{number}", str(number), 8, "eq", before=None, **texts, **key._asdict()
    )


def test_two_forms_that_answer_a_figure_meet_however_far_apart(returned, tmp_path):
    """Among the others lie the first form again, and two copies with other numbers by two people."""
    data, (first, *others) = returned
    shutil.copytree(data.parent / "before", tmp_path / "data")
    copies = [
        changed(first, tmp_path / f"{who}.xlsx", who, number) for who, number in (("Li", 1.75), ("Wang", 1.8))
    ]
    again = collect_forms([first, *others, first], tmp_path / "data", dry_run=True)
    assert again.counts == {"new": AREAS * FIGURES, "same": FIGURES}
    one, other = copies
    done = collect_forms([one, *others, other], tmp_path / "data")
    assert done.counts == {"new": AREAS * FIGURES, "same": FIGURES - 1, "conflicting": 1}
    assert ([item.code for item in done.findings], done.files) == (["form-conflict"], ())


def changed(form, path, who, number):
    from openpyxl import load_workbook

    book = load_workbook(form)
    book.worksheets[0]["B3"] = who
    book.worksheets[1].cell(HEAD_ROW + 2, 8).value = number  # was 1.5
    book.save(path)
    return path
