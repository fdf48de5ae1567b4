"""Loops and conditions over paragraphs, rows, cells and words."""

from tests.word.documents import body_xml, docx_of, filled, lines, p, r, rows_of, styled_runs, table


def test_a_loop_over_paragraphs():
    template = docx_of("{%p for x in xs %}", "{{ loop.index }}. {{ x }}", "{%p endfor %}", "end")
    assert lines(filled(template, xs=["a", "b"])) == ["1. a", "2. b", "end"]
    assert lines(filled(template, xs=[])) == ["end"]


def test_a_statement_alone_in_a_paragraph_leaves_the_paragraph():
    assert lines(filled(docx_of("{% for x in xs %}", "{{ x }}", "{% endfor %}"), xs=["a", "b"])) == [
        "",
        "a",
        "",
        "b",
        "",
    ]


def test_a_condition_inside_a_line_leaves_no_empty_run():
    template = docx_of(
        p("a", "{% if x %}", r("b", "<w:b/>"), "{% else %}", r("c", "<w:i/>"), "{% endif %}", "d")
    )
    assert styled_runs(filled(template, x=True)) == [("a", ""), ("b", "b"), ("d", "")]
    assert styled_runs(filled(template, x=False)) == [("a", ""), ("c", "i"), ("d", "")]


def test_trim_marks_join_paragraphs():
    template = docx_of("a", "{%- if x -%}", "b", "{%- endif -%}", "c")
    assert lines(filled(template, x=True)) == ["abc"]


def test_a_loop_over_rows():
    template = docx_of(
        table(
            ["Name", "Value"],
            ["{%tr for row in rows %}", ""],
            ["{{ row.name }}", "{{ row.value }}"],
            ["{%tr endfor %}", ""],
        )
    )
    rows = [{"name": "a<b", "value": 1}, {"name": "c", "value": 2}]
    assert rows_of(filled(template, rows=rows)) == [["Name", "Value"], ["a<b", "1"], ["c", "2"]]


def test_a_loop_over_cells():
    template = docx_of(table(["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"]))
    assert rows_of(filled(template, xs=["a", "b", "c"])) == [["a", "b", "c"]]


def test_a_condition_over_rows_with_else():
    template = docx_of(
        table(["{%tr if x %}", ""], ["yes", "1"], ["{%tr else %}", ""], ["no", "0"], ["{%tr endif %}", ""])
    )
    assert rows_of(filled(template, x=False)) == [["no", "0"]]


def test_cells_merge_span_and_shade():
    template = docx_of(
        table(
            ["{% colspan n %}{{ head }}", "b"],
            ["{%tr for x in xs %}", ""],
            ["{% vm %}{{ name }}", "{% cellbg colour %}{{ x }}"],
            ["{%tr endfor %}", ""],
        )
    )
    document = filled(template, n=2, head="h", xs=[1, 2], name="same", colour="FFEE00")
    xml = body_xml(document)
    assert '<w:gridSpan w:val="2"/>' in xml
    assert xml.count('w:fill="FFEE00"') == 2
    assert '<w:vMerge w:val="restart"/>' in xml
    assert '<w:vMerge w:val="continue"/>' in xml
    assert rows_of(document) == [["h", "b"], ["same", "1"], ["", "2"]]


def test_macros_and_captured_text_are_written_as_runs():
    template = docx_of(
        p("{% macro pair(a, b) %}{{ a }}", r("{{ b }}", "<w:b/>"), "{% endmacro %}"),
        "{% set words %}x & {{ y }}{% endset %}",
        "[{{ pair('1', '2') }}] {{ words }}",
    )
    document = filled(template, y="<z>")
    assert lines(document)[-1] == "[12] x & <z>"
    assert ("2", "b") in styled_runs(document)


def test_a_section_break_in_a_tags_paragraph_is_kept():
    section = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    template = docx_of("{%p if x %}", "a", p("{%p endif %}", properties=section), "b")
    document = filled(template, x=True)
    assert 'w:orient="landscape"' in body_xml(document)
    assert lines(document) == ["a", "", "b"]


def test_remarks_are_left_out():
    assert lines(filled(docx_of("a{# why #}b", "{#p a whole paragraph #}", "c"))) == ["ab", "c"]
