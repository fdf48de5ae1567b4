"""Source marks of Chinese briefs never begin a line: the templates forbid it, and the marks say that they are Chinese text."""

import re
from pathlib import Path

import docx
import pytest

from reportgen import fill_word
from reportgen.ooxml import Package
from tests.figures.made import real_data, vocabulary

ROOT = Path(__file__).parents[2]
BRIEFS = sorted(path.name for path in (ROOT / "templates").glob("*-brief-zh.docx"))


@pytest.mark.parametrize("name", BRIEFS)
def test_the_templates_forbid_a_bracket_at_the_beginning_of_a_line(name):
    settings = Package.open((ROOT / "templates" / name).read_bytes()).read("word/settings.xml").decode()
    (forbidden,) = re.findall(r'<w:noLineBreaksBefore w:lang="zh-CN" w:val="([^"]+)"/>', settings)
    assert {"[", "。", "）"} <= set(forbidden)


@pytest.mark.parametrize(
    ("language", "said"), [("zh", {'<w:lang w:val="zh-CN"/>'}), ("en", {'<w:lang w:val="en-GB"/>'})]
)
def test_every_mark_says_what_language_it_belongs_to(language, said, tmp_path):
    template = docx.Document()
    template.add_paragraph("{{ paragraph([cbec_trade]) }}")
    template.save(tmp_path / "t.docx")
    fill_word(tmp_path / "t.docx", vocabulary(real_data(), language, "2021"), tmp_path / "o.docx")
    brief = Package.open((tmp_path / "o.docx").read_bytes()).read("word/document.xml").decode()
    assert set(re.findall(r'<w:vertAlign w:val="superscript"/>(.*?)</w:rPr>', brief)) == said
