"""``signs`` in pack.toml: what stands for a number that is missing, does not apply or is below half a unit, and its note."""

import docx
import openpyxl
import pytest

from reportgen.build.build import build
from reportgen.build.check import check
from reportgen.language import language
from reportgen.living.audit.audit import audit
from tests.build.packs import pack

DATA = "exports CN-CQ 2020=80e6 2021=100.2e6 2021:yoy=0.04\nimports CN-CQ 2021=50e6"
TABLE = """
[tables.t]
title = "T"
rows = [{ indicator = "exports" }, { indicator = "imports", indent = 1 }]
columns = ["level", "yoy", { key = "gap", head = { en = "Gap", zh = "差距" }, value = ".target.gap" }]
"""


def made(folder, signs):
    path = pack(folder / "pack", DATA, ("{{ tables.t }}",), {"A1": "{{ exports }}"})
    definition = path / "pack.toml" if path.is_dir() else path
    text = definition.read_text(encoding="utf-8")
    definition.write_text((f"signs = {signs}\n" if signs else "") + text + TABLE, encoding="utf-8")
    return definition


def cells(definition, language="en"):
    out = definition.parent.parent / "out"
    build(definition, output=out)
    document = docx.Document(str(out / f"brief-{language}.docx"))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    return rows, "\n".join(paragraph.text for paragraph in document.paragraphs), out


SETS = {
    "": ("…", "—", ""),
    '"letters"': ("[x]", "[z]", ""),
    '"yearbook"': ("", "", "#"),
    '{ missing = "n/a", part = "o/w " }': ("n/a", "—", "o/w "),
}


@pytest.mark.parametrize("signs", SETS)
def test_tables_have_the_signs_and_notes_say_what_they_mean(tmp_path, signs):
    missing, not_applicable, part = SETS[signs]
    rows, text, out = cells(made(tmp_path, signs))
    exports, imports = rows[-2], rows[-1]
    assert imports[2] == missing
    assert exports[3] == imports[3] == not_applicable
    if part:
        assert imports[0].startswith(part)
        assert f"“{part}” means one of the parts of the row above" in text
    if missing:
        assert f"“{missing}” means not available" in text
    else:
        assert "a blank means not available, not applicable, or less than half of the unit shown" in text
    assert not [item for item in audit(out / "brief-en.docx").findings if item.severity == "error"]


@pytest.mark.parametrize(("signs", "sign"), [('"letters"', "[low]"), ('"yearbook"', ""), ("", "0.0")])
def test_less_than_half_a_unit_has_its_sign_and_the_cell_its_number(tmp_path, signs, sign):
    definition = made(tmp_path, signs)
    text = definition.read_text(encoding="utf-8")
    definition.write_text(f"percent_decimals = 1\n{text}", encoding="utf-8")
    from reportgen.build.definition import read_definition
    from reportgen.figures.numbers import IN_CELL, show
    from reportgen.kinds import Catalogue
    from reportgen.record import replace
    from tests.builders import dataset

    style = replace(IN_CELL, signs=read_definition(definition).style, percent_decimals=1)
    catalogue = Catalogue(dataset("exports CN-CQ 2020=100000e6 2021=100040e6"))
    number = show(catalogue.get("exports/CN-CQ/2021/growth_computed"), "en", catalogue.dataset, style)
    assert number.text == sign
    assert number.value == 0
    assert number.key


@pytest.mark.parametrize(
    ("signs", "words"),
    [('"letters"', "[x] not available, or not comparable; [z] does not apply; [low] less than half"), ('"yearbook"', "A blank cell: not available")],
)  # fmt: skip
def test_the_method_sheet_says_which_signs_there_are(tmp_path, signs, words):
    _, _, out = cells(made(tmp_path, signs))
    book = openpyxl.load_workbook(out / "data-en.xlsx")
    assert any(words in str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("signs", ['"dots"', "{ absent = '-' }", "{ missing = 'not available at all' }", "3"])
def test_signs_that_are_none_are_told(tmp_path, signs):
    [found] = check(made(tmp_path, signs))[0]
    assert language("en").what(found).startswith("signs is ")
    assert language("en").remedy(found) == (
        'Write one of ["usual", "yearbook", "letters"], or a table of short texts by the keys missing, not_applicable, small, part.'
    )
