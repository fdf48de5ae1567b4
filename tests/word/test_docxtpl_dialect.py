"""A template written for docxtpl renders the same here, feature by feature, except where docxtpl loses text."""

import io
import warnings

import pytest

from tests.word.documents import body_xml, docx_of, filled, lines, p, r, rows_of, table

CONTEXT = {
    "title": "Monthly brief",
    "name": "chongqing",
    "n": 3,
    "price": 13.5,
    "yes": True,
    "no": False,
    "nothing": None,
    "xs": ["a", "b", "c"],
    "pairs": {"one": 1, "two": 2},
    "rows": [
        {"name": "first", "value": 1, "cols": ["p", "q"]},
        {"name": "second", "value": 2, "cols": ["r", "s"]},
    ],
    "nested": {"deep": {"list": [1, {"x": "y"}]}},
    "text": "two\nlines\tand a tab",
    "colour": "FF0000",
    "empty": [],
    "中文": {"名称": "跨境电商"},
}

TEMPLATES = {
    "plain values": ["{{ title }}: {{ n }} {{ price }} {{ yes }}", "{{name}}"],
    "attributes and items": ["{{ nested.deep.list[1].x }} {{ rows[0]['name'] }} {{ pairs.one }}"],
    "Chinese names": ["{{ 中文.名称 }}"],
    "filters": ["{{ name|upper }} {{ xs|join(', ') }} {{ price|round(0) }} {{ xs|length }} {{ 'x'|e }} {{ name|title }}"],
    "filters 2": ["{{ xs|first }} {{ '%05.1f'|format(price) }} {{ missing|default('none') }} {{ xs|sort(reverse=true)|join }}"],
    "methods": ["{{ name.upper() }} {{ name.replace('c', 'C') }} {{ ', '.join(xs) }} {% for k, v in pairs.items() %}{{ k }}={{ v }} {% endfor %}"],
    "arithmetic": ["{{ n * 2 + 1 }} {{ n // 2 }} {{ n ** 2 }} {{ n % 2 }} {{ price / 2 }} {{ 'a' ~ n }} {{ n > 2 and not no }}"],
    "inline conditions": ["{% if yes %}A{% else %}B{% endif %} {{ 'x' if no else 'y' }} {{ 'z' if no }}|"],
    "elif": ["{% if n == 1 %}one{% elif n == 3 %}three{% else %}many{% endif %}"],
    "inline loop": ["{% for x in xs %}{{ loop.index }}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}."],
    "loop else": ["{% for x in empty %}{{ x }}{% else %}none{% endfor %}"],
    "statements alone in paragraphs": ["{% for x in xs %}", "item {{ x }}", "{% endfor %}", "end"],
    "paragraph statements": ["{%p for x in xs %}", "item {{ x }}", "{%p endfor %}", "end"],
    "paragraph condition": ["{%p if no %}", "hidden", "{%p else %}", "shown", "{%p endif %}", "end"],
    "nested paragraph loops": [
        "{%p for row in rows %}", "{{ row.name }}", "{%p for c in row.cols %}", "- {{ c }}", "{%p endfor %}", "{%p endfor %}",
    ],
    "block across paragraphs": ["start {% if yes %}one", "two{% endif %} end"],
    "row loop": [
        table(["Name", "Value"], ["{%tr for row in rows %}", ""], ["{{ row.name }}", "{{ row.value }}"], ["{%tr endfor %}", ""])
    ],
    "row loop with filter": [
        table(["{%tr for row in rows if row.value > 1 %}", ""], ["{{ row.name }}", "{{ loop.index }}"], ["{%tr endfor %}", ""])
    ],
    "row condition": [table(["{%tr if no %}", ""], ["a", "b"], ["{%tr endif %}", ""], ["c", "d"])],
    "cell loop": [table(["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"])],
    "matrix": [
        table(
            ["", "{%tc for c in rows[0].cols %}", "{{ c }}", "{%tc endfor %}"],
            ["{%tr for row in rows %}", "", "", ""],
            ["{{ row.name }}", "{%tc for c in row.cols %}", "{{ c }}", "{%tc endfor %}"],
            ["{%tr endfor %}", "", "", ""],
        )
    ],
    "vertical merge": [
        table(["{%tr for row in rows %}", ""], ["{% vm %}{{ title }}", "{{ row.name }}"], ["{%tr endfor %}", ""])
    ],
    "horizontal merge": [table(["{%tc for x in xs %}", "{% hm %}{{ title }}", "{%tc endfor %}"])],
    "colspan": [table(["{% colspan 2 %}{{ title }}"], ["a", "b"])],
    "cell background": [table(["{% cellbg colour %}{{ title }}", "b"])],
    "run statements": [p("a", r("{%r if yes %}"), r("bold", "<w:b/>"), r("{%r endif %}"), "c")],
    "torn tags": [p(r("{"), r("{ na", "<w:b/>"), '<w:proofErr w:type="spellStart"/>', r("me }"), r("} and {% i"), r("f yes %}x{% endif %}"))],
    "smart quotes": ["{{ rows[0][‘name’] }} {{ pairs[“two”] }}"],
    "comparison signs": ["{% if n < 5 %}less{% endif %}{% if n >= 3 %} enough{% endif %}"],
    "remarks": ["a{# nobody sees this #}b", "{#p nor this #}", "c"],
    "set": ["{% set total = n + 1 %}{{ total }}"],
    "namespace": ["{% set ns = namespace(t=0) %}{% for row in rows %}{% set ns.t = ns.t + row.value %}{% endfor %}{{ ns.t }}"],
    "macro": ["{% macro pair(a, b) %}{{ a }}-{{ b }}{% endmacro %}{{ pair(1, 2) }} {{ pair('x', 'y') }}"],
    "captured text": ["{% set words %}x {{ n }}{% endset %}[{{ words }}]"],
    "with": ["{% with a = n %}{{ a }}{% endwith %}"],
    "trim marks": ["one", "{%- if yes -%}", "two", "{%- endif -%}", "three"],
    "trim marks over line breaks": [
        p("My house is", "<w:r><w:br/></w:r>", "{%- if yes -%}", "<w:r><w:br/></w:r>", " in town", "<w:r><w:br/></w:r>", "{%- endif -%}", "<w:r><w:br/></w:r>", " here")
    ],
    "trim marks over line breaks in one run": [
        p("<w:r><w:t>one</w:t><w:br/><w:br/><w:t>{%- for x in xs -%}</w:t><w:br/><w:t>{{ x }}</w:t><w:br/><w:t>{%- endfor -%}</w:t><w:tab/><w:t>two</w:t></w:r>")
    ],
    "line breaks in values": ["{{ text }}"],
    "literal braces": ["{_{ n }_} {_% if %_}"],
    "raw spaces": ["  {{ n }}  |", "a {{ n }}  {{ n }} b"],
    "loop variables": ["{% for x in xs %}{{ loop.index0 }}{{ loop.first }}{{ loop.length }}{{ loop.cycle('o', 'e') }} {% endfor %}"],
    "range": ["{% for i in range(1, 4) %}{{ i }}{% endfor %}"],
    "nothing for empty lists": ["{%p for x in empty %}", "{{ x }}", "{%p endfor %}", "end"],
    "text box": [
        p(f'<w:r><w:pict><v:shape id="s"><v:textbox><w:txbxContent>{p("in a box: {{ title }}")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>')
    ],
}  # fmt: skip


def by_docxtpl(template, context):
    from docxtpl import DocxTemplate

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document = DocxTemplate(io.BytesIO(template))
        document.render(context, autoescape=True)
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("feature", TEMPLATES)
def test_it_renders_as_docxtpl_renders_it(feature):
    template = docx_of(*TEMPLATES[feature])
    ours, theirs = filled(template, **CONTEXT), by_docxtpl(template, CONTEXT)
    assert lines(ours) == lines(theirs)
    assert rows_of(ours) == rows_of(theirs)


@pytest.mark.parametrize(
    "feature", ["colspan", "cell background", "vertical merge", "horizontal merge", "matrix"]
)
def test_cells_have_the_same_properties(feature):
    template = docx_of(*TEMPLATES[feature])
    ours, theirs = body_xml(filled(template, **CONTEXT)), body_xml(by_docxtpl(template, CONTEXT))
    for what in (
        '<w:gridSpan w:val="2"',
        '<w:gridSpan w:val="3"',
        'w:fill="FF0000"',
        '<w:vMerge w:val="restart"',
        "<w:gridCol ",
    ):
        assert ours.count(what) == theirs.count(what), what


def test_headers_footers_and_footnotes_are_filled():
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ title }}"
    document.sections[0].footer.paragraphs[0].text = "{% for x in xs %}{{ x }}{% endfor %}"
    document.add_paragraph("{{ n }}")
    data = io.BytesIO()
    document.save(data)
    ours, theirs = filled(data.getvalue(), **CONTEXT), by_docxtpl(data.getvalue(), CONTEXT)
    for part in ("word/header1.xml", "word/footer1.xml"):
        assert lines(ours, part) == lines(theirs, part)
    assert lines(ours, "word/header1.xml") == ["Monthly brief"]


def test_where_docxtpl_loses_text_we_keep_it_or_say_so():
    template = docx_of("{{ x }}")
    assert lines(filled(template, x="R&D <5%")) == ["R&D <5%"]
