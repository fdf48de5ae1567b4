"""Sections of different orientation, with their own headers and footers, kept through loops and conditions."""

import io
import re
import subprocess

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Twips

from tests.word.documents import body_xml, filled
from tests.word.test_tables import grid, plan

PORTRAIT, LANDSCAPE = (11906, 16838), (16838, 11906)


def shaped(section, orientation, size):
    """Give a section its page; its own footer's paragraph comes back."""
    section.orientation = orientation
    section.page_width, section.page_height = (Twips(side) for side in size)
    section.footer.is_linked_to_previous = False
    return section.footer.paragraphs[0]


def template():
    """Portrait with a loop, then a landscape section with a table and a footer of its own, then portrait again."""
    document = docx.Document()
    shaped(document.sections[-1], WD_ORIENT.PORTRAIT, PORTRAIT).text = "{{ issuer }}, main"
    document.add_paragraph("{%p for line in lines %}")
    document.add_paragraph("{{ line }}")
    document.add_paragraph("{%p endfor %}")
    shaped(document.add_section(), WD_ORIENT.LANDSCAPE, LANDSCAPE).text = "{{ issuer }}, annex"
    document.add_paragraph("{{ t }}")
    shaped(document.add_section(), WD_ORIENT.PORTRAIT, PORTRAIT).text = "{{ issuer }}, end"
    document.add_paragraph("{{ end }}")
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def made():
    return filled(template(), lines=["one", "two"], t=plan(), end="the end", issuer="Office & Co")


def test_each_section_keeps_its_page_and_its_footer(ooxml_validator):
    document = made()
    sizes = re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"', body_xml(document))
    assert [(int(across), int(down)) for across, down in sizes] == [PORTRAIT, LANDSCAPE, PORTRAIT]
    sections = docx.Document(io.BytesIO(document)).sections
    assert [section.footer.paragraphs[0].text for section in sections] == [
        "Office & Co, main",
        "Office & Co, annex",
        "Office & Co, end",
    ]
    assert ooxml_validator(document) == []


def test_a_table_takes_the_width_of_its_own_section():
    document = made()
    section = docx.Document(io.BytesIO(document)).sections[1]
    room = section.page_width - section.left_margin - section.right_margin
    assert sum(grid(body_xml(document))) == room // Twips(1)


def test_pages_are_turned_where_the_designer_turned_them(soffice_pdf):
    pages = soffice_pdf(made())
    told = subprocess.run(
        ["pdfinfo", "-f", "1", "-l", "3", str(pages.pdf)], capture_output=True, text=True, check=True
    ).stdout
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", told)
    assert [float(across) > float(down) for across, down in sizes] == [False, True, False]
    assert "目标进展" in pages.texts[1]
