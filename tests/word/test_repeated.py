"""What a loop repeats has numbers and names of its own in each turn, and references lead to their own turn's copy."""

import re

from reportgen.ooxml import Package
from tests.word.documents import body_xml, docx_of, filled, lines, p, r
from tests.word.test_emptied import BOXES, with_note

LOOP = ("{%p for x in xs %}", "{%p endfor %}")


def marked(name, *runs, number=0):
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def field(instruction, shown="?"):
    kinds = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{separate}{r(shown)}{end}'


def in_loop(*blocks, xs=("a", "b"), **context):
    return body_xml(filled(docx_of(LOOP[0], *blocks, LOOP[1], "end"), xs=list(xs), **context))


def test_bookmarks_of_each_turn_have_a_number_and_a_name():
    xml = in_loop(f"<w:p>{marked('plan', 'x {{ x }}')}</w:p>")
    assert re.findall(r'w:name="(.*?)"', xml) == ["plan", "plan_2"]


def test_a_bookmark_around_a_lone_tag_too():
    xml = in_loop(f"<w:p>{marked('plan', '{{ x }}')}</w:p>", xs="abc")
    assert re.findall(r'w:name="(.*?)"', xml) == ["plan", "plan_2", "plan_3"]
    assert len(set(re.findall(r'bookmarkStart w:id="(\d+)"', xml))) == 3


def test_a_copy_never_takes_the_name_of_another_bookmark():
    template = docx_of(
        f"<w:p>{marked('Plan_2', 'before', number=5)}</w:p>",
        LOOP[0],
        f"<w:p>{marked('plan', '{{ x }}')}</w:p>",
        LOOP[1],
    )
    assert re.findall(r'w:name="(.*?)"', body_xml(filled(template, xs=["a", "b"]))) == [
        "Plan_2",
        "plan",
        "plan_3",
    ]


def test_references_lead_to_their_own_turns_copy():
    template = docx_of(
        p("first ", field("REF plan \\h")),
        LOOP[0],
        p(
            "see ",
            field("REF plan \\h"),
            f'<w:hyperlink w:anchor="plan">{r("there")}</w:hyperlink>',
            field("PAGEREF plan"),
        ),
        f"<w:p>{marked('plan', '{{ x }}')}</w:p>",
        LOOP[1],
    )
    data = filled(template, xs=["a", "b"])
    assert lines(data)[:5] == ["first a", "see athere?", "a", "see bthere?", "b"]
    assert re.findall(r'w:anchor="(.*?)"', body_xml(data)) == ["plan", "plan_2"]
    assert re.findall(r"PAGEREF (\w+)", body_xml(data)) == ["plan", "plan_2"]


def test_turns_of_loops_inside_loops():
    template = docx_of(
        "{%p for row in rows %}",
        f"<w:p>{marked('head', '{{ row.name }}')}</w:p>",
        "{%p for x in row.xs %}",
        p("{{ x }} under ", field("REF head \\h")),
        "{%p endfor %}",
        "{%p endfor %}",
    )
    rows = [{"name": "A", "xs": [1, 2]}, {"name": "B", "xs": [3]}]
    assert lines(filled(template, rows=rows)) == ["A", "1 under A", "2 under A", "B", "3 under B"]


def test_a_turn_that_is_cut_short_ends_too():
    template = docx_of(
        "{%p for x in xs %}", f"<w:p>{marked('plan', '{{ x }}')}</w:p>", "{%p if x == 'a' %}", "{%p continue %}",
        "{%p endif %}", p("ref ", field("REF plan \\h")), "{%p endfor %}", p("after ", field("REF plan \\h")),
    )  # fmt: skip
    assert lines(filled(template, xs=["a", "b"])) == ["a", "b", "ref b", "after a"]


def test_a_bookmark_that_begins_before_a_loop_ends_behind_its_last_turn():
    xml = body_xml(
        filled(
            docx_of(
                f'<w:p><w:bookmarkStart w:id="0" w:name="all"/>{r(LOOP[0])}</w:p>',
                p("x {{ x }}", '<w:bookmarkEnd w:id="0"/>'),
                LOOP[1],
            ),
            xs=["a", "b"],
        )
    )
    assert xml.count("<w:bookmarkStart") == xml.count("<w:bookmarkEnd") == 1
    assert xml.index("x </w:t>" if "x </w:t>" in xml else "x b") < xml.index("<w:bookmarkEnd")
    assert xml.index("x b") < xml.index("<w:bookmarkEnd")


def test_a_bookmark_whose_end_a_condition_takes_away_stays_whole():
    template = docx_of(
        p('<w:bookmarkStart w:id="0" w:name="all"/>', "a"),
        "{%p if x %}",
        p("b", '<w:bookmarkEnd w:id="0"/>'),
        "{%p endif %}",
        "c",
    )
    assert body_xml(filled(template, x=False)).count("<w:bookmarkEnd") == 1


def test_tracked_changes_are_numbered_anew():
    xml = in_loop(
        p('<w:ins w:id="2" w:author="a" w:date="2024-01-01T00:00:00Z">' + r("x {{ x }}") + "</w:ins>")
    )
    assert len(set(re.findall(r'<w:ins w:id="(\d+)"', xml))) == 2


def test_a_comment_stays_with_the_first_turn():
    around = ('<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>')
    xml = in_loop(
        p(
            around[0],
            "hello {{ x }}",
            around[1],
            '<w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="0"/></w:r>',
        )
    )
    assert (
        xml.count("<w:commentRangeStart")
        == xml.count("<w:commentRangeEnd")
        == xml.count("<w:commentReference")
        == 1
    )
    assert xml.count("hello") == 2


def test_vml_shapes_have_names_of_their_own_and_share_their_type():
    shape = (
        '<w:r><w:pict><v:shapetype id="_x0000_t202" coordsize="1,1"/><v:shape id="_x0000_s1026" type="#_x0000_t202">'
        f"<v:textbox><w:txbxContent>{p('{{ x }}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    xml = in_loop(p(shape))
    assert re.findall(r'<v:shape id="(.*?)" type="(.*?)"', xml) == [
        ("_x0000_s1026", "#_x0000_t202"),
        ("_x0000_s1027", "#_x0000_t202"),
    ]
    assert xml.count("<v:shapetype") == 1


def test_a_type_of_shape_within_a_group_is_repeated_with_it():
    """LibreOffice knows such a type in its group alone: without it the copies lose their border."""
    group = (
        '<w:r><w:pict><v:group id="_x0000_s1025"><v:shapetype id="_x0000_t202" coordsize="1,1"/>'
        '<v:shape id="_x0000_s1026" type="#_x0000_t202"><v:textbox style="mso-next-textbox:#_x0000_s1026"><w:txbxContent>'
        f"{p('{{ x }}')}</w:txbxContent></v:textbox></v:shape></v:group></w:pict></w:r>"
    )
    xml = body_xml(filled(docx_of("{%p for x in xs %}", p(group), "{%p endfor %}"), xs=[1, 2]))
    assert re.findall(r'(?:id|type)="([^"]*)"|next-textbox:([^"]*)"', xml) == [
        ("_x0000_s1025", ""), ("_x0000_t202", ""), ("_x0000_s1026", ""), ("#_x0000_t202", ""), ("", "#_x0000_s1026"),
        ("_x0000_s1027", ""), ("_x0000_t202_2", ""), ("_x0000_s1028", ""), ("#_x0000_t202_2", ""), ("", "#_x0000_s1028"),
    ]  # fmt: skip


def test_drawn_text_boxes_are_numbered_anew():
    xml = in_loop(p(BOXES["drawn"].format(p("{{ x }}"))))
    assert len(set(re.findall(r'<wp:docPr id="(\d+)"', xml))) == 2


def test_a_footnote_in_a_loop_is_copied_for_each_turn():
    template = with_note(
        p("about it"), LOOP[0], p("{{ x }}", '<w:r><w:footnoteReference w:id="2"/></w:r>'), LOOP[1]
    )
    data = filled(template, xs=["a", "b", "c"])
    notes = Package.open(data).read("word/footnotes.xml").decode()
    assert re.findall(r'footnoteReference w:id="(\d+)"', body_xml(data)) == ["2", "3", "4"]
    assert re.findall(r'<w:footnote w:id="(\d+)"', notes) == ["2", "3", "4"]
    assert notes.count("about it") == 3


def test_a_chart_without_a_tag_is_copied_for_each_turn():
    from tests.word.test_designed_charts import designed

    package = Package.open(designed("no tag"))
    xml = package.read("word/document.xml").decode()
    begin, end = p("{%p for x in xs %}"), p("{%p endfor %}")
    package.write(
        "word/document.xml",
        xml.replace("<w:body>", f"<w:body>{begin}").replace("<w:sectPr", f"{end}<w:sectPr", 1).encode(),
    )
    data = filled(package.save(), xs=["a", "b"])
    charts = {
        one.part
        for one in Package.open(data).relationships("word/document.xml")
        if one.type.endswith("/chart")
    }
    assert len(charts) == 2
