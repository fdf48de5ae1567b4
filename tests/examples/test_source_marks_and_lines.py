"""Source marks never begin a line, however the words before them fall; nor does what follows one in a Chinese brief, nor a unit."""

import re
from pathlib import Path

import docx
import pytest

from reportgen import fill_word
from reportgen.content import Number, Sentence, SourceMark
from reportgen.ooxml import Package

ROOT = Path(__file__).parents[2]
BRIEFS = sorted(path.name for path in (ROOT / "templates").glob("*-brief-zh.docx"))
MARKS = (SourceMark("[1", "source_1"), SourceMark("-2]", "source_2"))


@pytest.mark.parametrize("name", BRIEFS)
def test_the_templates_forbid_a_bracket_at_the_beginning_of_a_line(name):
    settings = Package.open((ROOT / "templates" / name).read_bytes()).read("word/settings.xml").decode()
    (forbidden,) = re.findall(r'<w:noLineBreaksBefore w:lang="zh-CN" w:val="([^"]+)"/>', settings)
    assert {"[", "。", "）"} <= set(forbidden)


@pytest.mark.office
@pytest.mark.parametrize(
    ("language", "filler", "sentence"),
    [("en", "n", "up 51.4% on the month before.{{ m }} Of this, exports rose."),
     ("zh", "长", "环比增长51.4%{{ m }}。其中，出口增长。")],
)  # fmt: skip
def test_no_line_of_a_page_begins_with_a_mark(language, filler, sentence, tmp_path, soffice_pdf):
    document = docx.Document(ROOT / "templates" / f"plan-2025-brief-{language}.docx")
    for element in list(document.element.body)[:-1]:
        document.element.body.remove(element)
    for length in range(1, 90):  # the mark falls on every place of a line
        document.add_paragraph(f"{filler * length}{' ' if language == 'en' else ''}{sentence}", "Body Text")
    document.save(tmp_path / "template.docx")
    fill_word(tmp_path / "template.docx", {"m": Sentence(MARKS)}, tmp_path / "brief.docx")
    lines = soffice_pdf(tmp_path / "brief.docx").text.splitlines()
    begun = [line for line in lines if re.match("[\\s\u2060]*(\\[|-|2\\]|。)", line)]
    assert len(lines) > 90
    assert not begun


@pytest.mark.office
def test_no_line_of_a_page_ends_between_a_number_and_its_unit(tmp_path, soffice_pdf):
    document = docx.Document(ROOT / "templates" / "plan-2025-brief-en.docx")
    for element in list(document.element.body)[:-1]:
        document.element.body.remove(element)
    for length in range(1, 90):
        document.add_paragraph(
            f"{'n' * length} came to {{{{ n }}}}, and so did others, up a little.", "Body Text"
        )
    document.save(tmp_path / "template.docx")
    fill_word(tmp_path / "template.docx", {"n": Number("715.42 billion yuan")}, tmp_path / "brief.docx")
    lines = soffice_pdf(tmp_path / "brief.docx").text.replace("\u00a0", " ").splitlines()

    assert sum("715.42 billion" in line for line in lines) == 89
    assert not [line for line in lines if line.rstrip().endswith("715.42")]
