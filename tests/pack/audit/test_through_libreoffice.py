"""Documents opened, edited and saved by LibreOffice: its own XML, the same findings."""

import os
import subprocess
from pathlib import Path

import pytest

from reportgen.pack.audit import audit
from tests.pack.audit.planted import BOOK_EN, PLAN_EN, PLAN_ZH

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Edit(source As String, target As String, kind As String, old As String, fresh As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim document As Object
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  Dim store(0) As New com.sun.star.beans.PropertyValue
  store(0).Name = "FilterName"
  If kind = "text" Then
    Dim search As Object
    search = document.createReplaceDescriptor()
    search.SearchString = old
    search.ReplaceString = fresh
    document.replaceAll(search)
    store(0).Value = "MS Word 2007 XML"
  Else
    document.Sheets.getByName(kind).getCellRangeByName(old).Value = CDbl(fresh)
    store(0).Value = "Calc MS Excel 2007 XML"
  End If
  document.storeToURL(ConvertToURL(target), store())
  document.close(True)
End Sub
</script:module>
"""
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
    """``edit(source, "text", "old", "new")`` or ``edit(source, "Summary", "B8", "33.21")``: the path of what was saved."""
    profile = tmp_path / "profile"
    basic = profile / "user" / "basic" / "Standard"
    basic.mkdir(parents=True)
    (basic / "Module1.xba").write_text(MACRO, encoding="utf-8")
    (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    (basic.parent / "script.xlc").write_text(LIBRARIES, encoding="utf-8")

    def edit(source: Path, kind: str, old: str, new: str) -> Path:
        target = tmp_path / f"edited{source.suffix}"
        call = f'macro:///Standard.Module1.Edit("{source}","{target}","{kind}","{old}","{new}")'
        subprocess.run(
            ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", call],
            capture_output=True, timeout=180, check=False, env=os.environ,
        )  # fmt: skip
        assert target.exists()
        return target

    return edit


@pytest.mark.parametrize("document", [PLAN_EN, PLAN_ZH])
def test_a_brief_saved_by_libreoffice_unchanged_gives_no_finding(document, built, soffice):
    saved = soffice(built / document, "docx")

    assert [(one.code, one.place.text) for one in audit(saved).findings] == []


def test_a_number_retyped_in_libreoffice_writer_is_found(built, edit_in_libreoffice):
    edited = edit_in_libreoffice(built / PLAN_ZH, "text", "377.9亿元", "379.7亿元")

    findings = [one for one in audit(edited).findings if one.code == "figure-retyped"]
    assert findings
    assert all("379.7亿元" in one.what.zh for one in findings)


def test_a_word_changed_in_libreoffice_writer_is_found(built, edit_in_libreoffice):
    edited = edit_in_libreoffice(built / PLAN_EN, "text", ", up ", ", down ")

    assert {one.code for one in audit(edited).findings} == {"word-against-sign"}


def test_a_workbook_saved_by_libreoffice_keeps_its_marks(built, soffice):
    """LibreOffice drops custom XML from workbooks: the pack then stands in for the lineage."""
    saved = soffice(built / BOOK_EN, "xlsx", "book.xlsx")
    pack = Path(__file__).parents[3] / "examples" / "plan-2025"

    assert [(one.code, one.place.sheet, one.what.en) for one in audit(saved, pack=pack).findings] == []


def test_a_cell_retyped_in_libreoffice_calc_is_found_at_its_place(built, edit_in_libreoffice):
    edited = edit_in_libreoffice(built / BOOK_EN, "Summary", "B8", "33.21")
    pack = Path(__file__).parents[3] / "examples" / "plan-2025"

    found = [
        (one.code, one.place.sheet, one.place.column, one.place.row)
        for one in audit(edited, pack=pack).findings
    ]
    assert ("figure-retyped", "Summary", "B", 8) in found
