"""Documents opened, edited and saved by LibreOffice: its own XML, the same findings."""

import subprocess
from pathlib import Path

import pytest

from reportgen.language import language
from reportgen.living.audit import audit
from tests.living.audit.planted import BOOK_EN, PLAN_EN, PLAN_ZH

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main
Dim hidden(0) As New com.sun.star.beans.PropertyValue
hidden(0).Name = "Hidden"
hidden(0).Value = True
Dim doc As Object
doc = StarDesktop.loadComponentFromURL(ConvertToURL("{source}"), "_blank", 0, hidden())
{edit}
Dim store(0) As New com.sun.star.beans.PropertyValue
store(0).Name = "FilterName"
store(0).Value = "{filter}"
doc.storeToURL(ConvertToURL("{target}"), store())
doc.close(True)
End Sub
</script:module>
"""
REPLACE = """Dim found As Object
found = doc.createReplaceDescriptor()
found.SearchString = "{old}"
found.ReplaceString = "{new}"
doc.replaceAll(found)"""
TYPE = 'doc.Sheets.getByName("{sheet}").getCellRangeByName("{cell}").Value = {new}'
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""
LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>
"""


@pytest.fixture
def edit_in_libreoffice(soffice, tmp_path):
    """``edit(source, REPLACE.format(old=…, new=…))``: the path of what LibreOffice saved."""
    profile = tmp_path / "profile"
    basic = profile / "user" / "basic" / "Standard"
    _run(
        profile, "--terminate_after_init"
    )  # a new profile brings its own Basic library, over any that lies there
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    (basic.parent / "script.xlc").write_text(LIBRARIES, encoding="utf-8")

    def edit(source: Path, change: str) -> Path:
        target = tmp_path / f"edited{source.suffix}"
        kind = "MS Word 2007 XML" if source.suffix == ".docx" else "Calc MS Excel 2007 XML"
        macro = MACRO.format(source=source, target=target, edit=change, filter=kind)
        (basic / "Module1.xba").write_text(macro, encoding="utf-8")
        _run(profile, "macro:///Standard.Module1.Main")
        assert target.exists()
        return target

    return edit


def _run(profile: Path, what: str) -> None:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", what]
    subprocess.run(command, capture_output=True, timeout=180, check=False)


@pytest.mark.long_but_for("brief-zh")
@pytest.mark.parametrize("document", [PLAN_EN, PLAN_ZH])
def test_a_brief_saved_by_libreoffice_unchanged_gives_no_finding(document, built, soffice):
    saved = soffice(built / document, "docx")

    assert [(one.code, one.place.text) for one in audit(saved).findings] == []


def test_a_number_retyped_in_libreoffice_writer_is_found(built, edit_in_libreoffice):
    edited = edit_in_libreoffice(built / PLAN_ZH, REPLACE.format(old="377.9亿元", new="379.7亿元"))

    findings = [one for one in audit(edited).findings if one.code == "figure-retyped"]
    assert findings
    # LibreOffice leaves the bookmark around the first digit it replaced: the place is right, the text said is short.
    assert all("377.9亿元" in language("zh").what(one) for one in findings)


@pytest.mark.long
def test_a_word_changed_in_libreoffice_writer_is_found(built, edit_in_libreoffice):
    edited = edit_in_libreoffice(built / PLAN_EN, REPLACE.format(old=", up ", new=", down "))

    # in the text by its figures, each change once; in the appendix the words of a source are other words
    assert {(one.code, one.place.row is not None) for one in audit(edited).findings} == {
        ("word-against-sign", False), ("words-changed", True),
    }  # fmt: skip


def test_a_workbook_saved_by_libreoffice_keeps_its_marks(built, soffice):
    """LibreOffice drops custom XML from workbooks: the pack then stands in for the lineage."""
    saved = soffice(built / BOOK_EN, "xlsx", "book.xlsx")
    pack = Path(__file__).parents[3] / "examples" / "plan-2025"

    assert [
        (one.code, one.place.sheet, language("en").what(one)) for one in audit(saved, pack=pack).findings
    ] == []


@pytest.mark.long
def test_a_cell_retyped_in_libreoffice_calc_is_found_at_its_place(built, edit_in_libreoffice):
    edited = edit_in_libreoffice(built / BOOK_EN, TYPE.format(sheet="Summary", cell="B8", new="33.21"))
    pack = Path(__file__).parents[3] / "examples" / "plan-2025"

    found = [
        (one.code, one.place.sheet, one.place.column, one.place.row)
        for one in audit(edited, pack=pack).findings
    ]
    assert ("figure-retyped", "Summary", "B", 8) in found
