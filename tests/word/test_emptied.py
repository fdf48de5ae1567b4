"""Containers that tags empty end in a paragraph of the same look; rows without cells and tables without rows go."""

import re

import pytest

from reportgen.ooxml import Package
from tests.soundness import unsound
from tests.word.documents import body_xml, docx_of, filled, lines, p, r, rows_of, table

CENTRED = '<w:jc w:val="center"/>'
REMARK = [
    p("{%p if row.note %}"),
    p("{{ row.note }}"),
    p(r("{%p endif %}", '<w:sz w:val="14"/>'), properties=CENTRED),
]


def remarks(*notes):
    rows = [{"name": f"r{number}", "note": note} for number, note in enumerate(notes)]
    template = docx_of(
        table(["{%tr for row in rows %}", ""], ["{{ row.name }}", "".join(REMARK)], ["{%tr endfor %}", ""]),
        "end",
    )
    return filled(template, rows=rows)


def test_a_cell_without_its_remark_keeps_a_paragraph_of_the_same_look():
    data = remarks("provisional", "")
    assert rows_of(data) == [["r0", "provisional"], ["r1", ""]]
    last = re.findall(r"<w:tc>.*?</w:tc>", body_xml(data), re.DOTALL)[-1]
    assert last.endswith(
        '<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:sz w:val="14"/></w:rPr></w:pPr></w:p></w:tc>'
    )


def test_a_cell_that_shows_its_remark_gets_no_second_paragraph():
    assert body_xml(remarks("provisional")).count("<w:p>") == 3


def test_a_table_that_a_loop_leaves_last_in_a_cell_is_followed_by_a_paragraph():
    inner = table(["{{ x }}"])
    data = filled(
        docx_of(table(["".join([p("{%p for x in xs %}"), inner, p("{%p endfor %}")])]), "end"), xs=["a", "b"]
    )
    assert "</w:tbl><w:p/></w:tc>" in body_xml(data)
    assert "</w:tbl><w:p/><w:tbl>" in body_xml(data)  # two tables that meet would be one


@pytest.mark.parametrize("kind", ["hdr", "ftr"])
def test_a_header_or_footer_that_is_emptied_keeps_a_paragraph(kind):
    import io

    import docx

    document = docx.Document()
    holder = document.sections[0].header if kind == "hdr" else document.sections[0].footer
    holder.paragraphs[0].text = "{%p if name %}"
    for text in ("{{ name }}", "{%p endif %}"):
        holder.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    part = "word/header1.xml" if kind == "hdr" else "word/footer1.xml"
    assert lines(filled(out.getvalue(), name=""), part) == [""]
    assert lines(filled(out.getvalue(), name="N"), part) == ["N"]


def test_a_footnote_that_is_emptied_keeps_a_paragraph():
    data = filled(with_note("".join([p("{%p if x %}"), p("{{ x }}"), p("{%p endif %}")])), x="")
    assert lines(data, "word/footnotes.xml")[-1] == ""


def with_note(note, *blocks):
    """A document with a footnote numbered 2, referred to in its first paragraph."""
    package = Package.open(docx_of(*(blocks or [p("a", '<w:r><w:footnoteReference w:id="2"/></w:r>')])))
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    package.add(
        "word/footnotes.xml",
        f'<w:footnotes {names}><w:footnote w:id="2">{note}</w:footnote></w:footnotes>'.encode(),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    package.relationships("word/document.xml").add(kind, "word/footnotes.xml")
    return package.save()


EMPTIED = "".join([p("{%p for x in xs %}"), p("{{ x }}"), p("{%p endfor %}")])
BOXES = {
    "drawn": (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="9" cy="9"/>'
        '<wp:docPr id="7" name="box"/><a:graphic><a:graphicData uri="u"><wps:wsp><wps:txbx><w:txbxContent>{0}'
        "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    ),
    "old": '<w:r><w:pict><v:shape id="s1"><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>',
}


@pytest.mark.parametrize("form", BOXES)
def test_a_text_box_that_is_emptied_keeps_a_paragraph(form):
    template = docx_of(p(BOXES[form].format(EMPTIED)), "end")
    assert "<w:txbxContent><w:p/></w:txbxContent>" in body_xml(filled(template, xs=[]))
    assert lines(filled(template, xs=["a"]))[-2:] == ["a", "end"]


def test_a_control_that_is_emptied_keeps_a_paragraph():
    template = docx_of(f"<w:sdt><w:sdtPr/><w:sdtContent>{EMPTIED}</w:sdtContent></w:sdt>", "end")
    assert "<w:sdtContent><w:p/></w:sdtContent>" in body_xml(filled(template, xs=[]))


def test_a_body_that_is_emptied_keeps_a_paragraph():
    assert lines(filled(docx_of("{%p for x in xs %}", "{{ x }}", "{%p endfor %}"), xs=[])) == [""]


def test_a_table_without_rows_goes():
    template = docx_of("a", table(["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"]), "b")
    assert "<w:tbl>" not in body_xml(filled(template, xs=[]))
    assert rows_of(filled(template, xs=["1"])) == [["1"]]


def test_a_row_without_cells_goes_and_the_table_with_the_last_one():
    loop = ["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"]
    template = docx_of("a", table(loop), table(loop, ["kept", "", ""]), "b")
    data = filled(template, xs=[])
    assert rows_of(data) == [["kept", "", ""]]
    assert body_xml(data).count("<w:tbl>") == 1


def test_the_gate_sees_what_the_validator_misses():
    cell = docx_of("<w:tbl><w:tblGrid/><w:tr><w:tc></w:tc></w:tr></w:tbl>", "<w:tbl><w:tblGrid/></w:tbl>")
    assert unsound(cell) == [
        "word/document.xml: two tables meet",
        "word/document.xml: tc does not end in a paragraph",
        "word/document.xml: a row wider than its grid",
        "word/document.xml: a table without rows",
    ]
    assert unsound(docx_of("a")) == []


MARKED = '<w:p><w:bookmarkStart w:id="3" w:name="q"/>{}<w:bookmarkEnd w:id="3"/></w:p>'.format(r("{{ x }}"))


def test_what_carries_a_bookmark_is_closed_and_emptied_as_anything_else():
    loop = [p("{%p for x in xs %}"), MARKED, p("{%p endfor %}")]
    assert lines(filled(docx_of(*loop), xs=["a", "b"])) == ["a", "b"]
    rows = docx_of("a", table(["{%tr for x in xs %}"], [MARKED], ["{%tr endfor %}"]), "b")
    cells = docx_of("a", table(["{%tc for x in xs %}", MARKED, "{%tc endfor %}"]), "b")
    for template in (rows, cells):
        assert "<w:tbl>" not in body_xml(filled(template, xs=[]))


def test_tables_with_bookmarks_that_meet_are_kept_apart():
    around = '<w:bookmarkStart w:id="3" w:name="q"/>{}<w:bookmarkEnd w:id="3"/>'.format(table(["{{ x }}"]))
    data = filled(docx_of("{%p for x in xs %}", around, "{%p endfor %}"), xs=["a", "b"])
    assert re.findall("<w:tbl>|<w:p/>", body_xml(data)) == ["<w:tbl>", "<w:p/>", "<w:tbl>", "<w:p/>"]


def test_a_table_and_a_body_with_namespaces_and_lines_of_their_own_are_emptied_too():
    rows = table(["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"]).replace(
        "<w:tbl>", '<w:tbl xmlns:q="urn:q">'
    )
    assert "<w:tbl" not in body_xml(filled(docx_of(rows, "end"), xs=[]))
    package = Package.open(docx_of("{%p if x %}", "y", "{%p endif %}"))
    document = package.read("word/document.xml").replace(b"<w:sectPr", b"\n  <w:sectPr", 1)
    package.write("word/document.xml", document)
    assert unsound(filled(package.save(), x=False)) == []
