"""What stands below a chart in Word: its caption, its notes, its source in the style of a table's."""

import io

import docx

from reportgen.content import Sentence, SourceMark
from reportgen.record import replace
from tests.word.documents import docx_of, filled, lines
from tests.word.test_tables import chart, plan


def test_a_chart_has_its_source_below_its_notes_as_a_table_has(ooxml_validator):
    source = Sentence(("海关总署", SourceMark("[1", "src_1"), SourceMark("-3]", "src_3")))
    document = filled(
        docx_of("{{ t }}", "{{ c }}"),
        t=replace(plan(), source=source),
        c=replace(chart(), notes=("一注。",), source=source),
    )
    assert [line.replace("\u2060", "") for line in lines(document)[-3:]] == [
        "图1　目标差距", "注：一注。", "资料来源：海关总署[1-3]",
    ]  # fmt: skip
    below = [p for p in docx.Document(io.BytesIO(document)).paragraphs if p.text.startswith("资料来源")]
    assert len(below) == 2
    assert below[0].style.name == below[1].style.name
    assert below[0]._p.pPr.xml == below[1]._p.pPr.xml
    assert ooxml_validator(document) == []


def test_a_chart_without_a_source_has_no_such_line():
    assert "资料来源" not in "".join(lines(filled(docx_of("{{ c }}"), c=chart())))
