"""What few templates have follows its rows too: pivot tables, threads of comments, cameras, XML cells, sort states, smart tags."""

import io
import re
import zipfile

from reportgen.excel import EXCEL
from tests.excel.books import found, part, parts, template

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
ROWS = [{"n": "a", "v": 1}, {"n": "b", "v": 3}, {"n": "c", "v": 2}]
CELLS = {
    "A1": "n",
    "B1": "{{ year }}",
    "A2": "{% for r in rows %}{{ r.n }}",
    "B2": "{{ r.v }}{% endfor %}",
    "A9": "below",
}


def extended(data, new=(), changed=()):
    """The workbook with ``new`` parts (name, content type, owner, kind of relationship, XML) and ``changed`` ones (name, old, new)."""
    made = {
        name: body.decode() if name.endswith((".xml", ".rels", ".vml")) else body
        for name, body in parts(data).items()
    }
    for number, (name, kind, owner, relation, xml) in enumerate(new):
        made[name] = xml
        folder, _, file = owner.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels"
        empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        entry = f'<Relationship Id="rIdNew{number}" Type="{relation}" Target="/{name}"/></Relationships>'
        made[rels] = made.get(rels, empty).replace("</Relationships>", entry)
        override = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
        made["[Content_Types].xml"] = made["[Content_Types].xml"].replace("</Types>", override)
    for name, old, text in changed:
        assert old in made[name], (name, old)
        made[name] = made[name].replace(old, text, 1)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, body in made.items():
            package.writestr(name, body)
    return buffer.getvalue()


def filled(data, rows=ROWS):
    return EXCEL.compile(data).fill({"rows": rows, "year": 2024}).data


def test_a_pivot_table_moves_and_counts_on_the_filled_rows_and_heads():
    cache, table = "xl/pivotCache/pivotCacheDefinition1.xml", "xl/pivotTables/pivotTable1.xml"
    fields = '<cacheField name="n"><sharedItems/></cacheField><cacheField name="{{ year }}"><sharedItems/></cacheField>'
    data = extended(
        template(CELLS),
        [
            (cache, f"{SHEET_TYPE}.pivotCacheDefinition+xml", "xl/workbook.xml", f"{OFFICE}/pivotCacheDefinition",
             f'<pivotCacheDefinition xmlns="{MAIN}" recordCount="0"><cacheSource type="worksheet">'
             f'<worksheetSource ref="A1:B2" sheet="Data"/></cacheSource><cacheFields count="2">{fields}</cacheFields></pivotCacheDefinition>'),
            (table, f"{SHEET_TYPE}.pivotTable+xml", SHEET, f"{OFFICE}/pivotTable",
             f'<pivotTableDefinition xmlns="{MAIN}" name="P" cacheId="1" dataCaption="Values"><location ref="A12:B15" firstHeaderRow="1"'
             ' firstDataRow="1" firstDataCol="1"/><dataFields count="1"><dataField name="Sum of {{ year }}" fld="1"/></dataFields>'
             "</pivotTableDefinition>"),
        ],
    )  # fmt: skip
    data = extended(data, [], [(
        "xl/pivotTables/pivotTable1.xml", "</pivotTableDefinition>", "</pivotTableDefinition>",
    )])  # fmt: skip
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}/pivotCacheDefinition" Target="/{cache}"/></Relationships>'
    data = with_rels(data, "xl/pivotTables/_rels/pivotTable1.xml.rels", rels)
    data = filled(data)
    assert found('ref="([^"]+)"', part(data, cache)) == ["A1:B4"]
    assert 'refreshOnLoad="1"' in part(data, cache)
    assert found('cacheField name="([^"]+)"', part(data, cache)) == ["n", "2024"]
    assert found('location ref="([^"]+)"', part(data, table)) == ["A14:B17"]
    assert found('dataField name="([^"]+)"', part(data, table)) == ["Sum of 2024"]


def with_rels(data, name, xml):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for other, body in parts(data).items():
            package.writestr(other, body)
        package.writestr(name, xml)
    return buffer.getvalue()


THREADS = "xl/threadedComments/threadedComment1.xml"


def threaded(cells, text="why?"):
    """A workbook with a thread of two comments at B2."""
    first, answer = "{00000001-0000-0000-0000-000000000000}", "{00000002-0000-0000-0000-000000000000}"
    namespace = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    uid = "http://schemas.microsoft.com/office/spreadsheetml/2014/revision"
    data = template(
        cells,
        design=lambda workbook, sheet: sheet.write_comment(
            "B2", "[Threaded comment]", {"author": f"tc={first}"}
        ),
    )
    return extended(
        data,
        [
            (THREADS, "application/vnd.ms-excel.threadedcomments+xml", SHEET,
             "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
             f'<ThreadedComments xmlns="{namespace}"><threadedComment ref="B2" dT="2024-01-01T00:00:00.00" personId="{{A}}" id="{first}">'
             f'<text>{text}</text></threadedComment><threadedComment ref="B2" dT="2024-01-02T00:00:00.00" personId="{{A}}" id="{answer}"'
             f' parentId="{first}"><text>so</text></threadedComment></ThreadedComments>'),
        ],
        [("xl/comments1.xml", '<comment ref="B2"', f'<comment xmlns:xr="{uid}" xr:uid="{first}" ref="B2"')],
    )  # fmt: skip


def test_threads_of_comments_are_there_for_each_row_with_their_answers():
    data = threaded(CELLS)
    data = filled(data)
    xml, legacy = part(data, THREADS), part(data, "xl/comments1.xml")
    assert sorted(found(' ref="([^"]+)"', xml)) == ["B2", "B2", "B3", "B3", "B4", "B4"]
    ids = found(' id="([^"]+)"', xml)
    assert len(set(ids)) == 6
    roots = [one for one in re.findall(r"<threadedComment [^>]*>", xml) if "parentId" not in one]
    assert {found(' id="([^"]+)"', one)[0] for one in roots} == set(found(' parentId="([^"]+)"', xml))
    by_cell = {found(' ref="([^"]+)"', one)[0]: found(' id="([^"]+)"', one)[0] for one in roots}
    authors = found("<author>([^<]*)</author>", legacy)
    comments = re.findall(r'<comment [^>]*?ref="([^"]+)" authorId="(\d+)"', legacy)
    assert {cell: authors[int(author)] for cell, author in comments} == {
        cell: f"tc={one}" for cell, one in by_cell.items()
    }
    assert filled(data, []) is not None
    assert "threadedComment " not in part(filled(extended(template(CELLS)), []), SHEET)


def test_threads_of_comments_on_copies_of_a_sheet_have_ids_of_their_own():
    data = threaded({"A1": "{%sheet for y in years %}", "B2": "{{ y }}", "C1": "{%sheet endfor %}"})
    data = extended(data, [], [("xl/workbook.xml", 'name="Data"', 'name="{{ y }}"')])
    data = EXCEL.compile(data).fill({"years": [2023, 2024, 2025]}).data
    copies = [name for name in parts(data) if "threadedComments/" in name]
    ids = [one for name in copies for one in found(' id="([^"]+)"', part(data, name))]
    parents = [one for name in copies for one in found(' parentId="([^"]+)"', part(data, name))]
    assert (len(copies), len(set(ids)), set(parents)) == (3, 6, set(ids[::2]))
    legacy = [name for name in parts(data) if "/comments" in name]
    assert {found("tc=([^<]+)<", part(data, name))[0] for name in legacy} == set(ids[::2])
    assert {found('uid="([^"]+)"', part(data, name))[0] for name in legacy} == set(ids[::2])


def test_a_tag_in_a_thread_of_comments_is_told():
    (finding,) = (
        EXCEL.compile(threaded({"B2": "{{ city }}"}, text="ask {{ city }}")).fill({"city": "x"}).findings
    )
    assert (finding.code, finding.place.sheet, finding.place.text) == (
        "tag-not-filled",
        "Data",
        "ask {{ city }}",
    )


def test_cameras_single_cells_sort_states_and_smart_tags_follow():
    camera = (
        '<xdr:pic xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:nvPicPr><xdr:cNvPr id="9" name="c">'
        '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{84589F7E-364E-4C9E-8A38-B11213B215E9}">'
        '<a14:cameraTool xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" cellRange="$A$1:$B$2"/></a:ext></a:extLst>'
        "</xdr:cNvPr></xdr:nvPicPr></xdr:pic>"
    )
    data = template(CELLS, design=lambda workbook, sheet: sheet.insert_textbox("D5", "box"))
    data = extended(
        data,
        [("xl/tables/tableSingleCells1.xml", f"{SHEET_TYPE}.tableSingleCells+xml", SHEET, f"{OFFICE}/tableSingleCells",
          f'<singleXmlCells xmlns="{MAIN}"><singleXmlCell id="1" r="A9" connectionId="0"/></singleXmlCells>')],
        [
            ("xl/drawings/drawing1.xml", "<xdr:clientData/>", camera + "<xdr:clientData/>"),
            (SHEET, "</sheetData>", '</sheetData><sortState ref="A2:B2"><sortCondition ref="B2:B2"/></sortState>'),
            (SHEET, "<drawing ", '<smartTags><cellSmartTags r="A2"><cellSmartTag type="0"/></cellSmartTags></smartTags><drawing '),
        ],
    )  # fmt: skip
    data = filled(data)
    assert found('cellRange="([^"]+)"', part(data, "xl/drawings/drawing1.xml")) == ["$A$1:$B$4"]
    assert found('singleXmlCell id="1" r="([^"]+)"', part(data, "xl/tables/tableSingleCells1.xml")) == ["A11"]
    sheet = part(data, SHEET)
    assert found('sort(?:State|Condition) ref="([^"]+)"', sheet) == ["A2:B4", "B2:B4"]
    assert found('cellSmartTags r="([^"]+)"', sheet) == ["A2", "A3", "A4"]


def test_a_link_to_a_row_that_went_keeps_its_place():
    data = template(CELLS, design=lambda workbook, sheet: sheet.write_url("D1", "internal:Data!A2"))
    assert found('location="([^"]+)"', part(filled(data, []), SHEET)) == ["Data!A2"]
    assert found('location="([^"]+)"', part(filled(data), SHEET)) == ["Data!A2"]
