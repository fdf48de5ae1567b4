"""One-line builders of real Word documents, and what a reader sees of them."""

from __future__ import annotations

import io
import re

import docx
from lxml import etree

from reportgen.ooxml import Package
from reportgen.ooxml.xml import NAMESPACES
from reportgen.word import WordTemplate

_W = NAMESPACES["w"]
_HEAD = '<w:document xmlns:w="{w}" xmlns:r="{r}" xmlns:mc="{mc}" xmlns:wp="{wp}" xmlns:a="{a}" xmlns:wps="{wps}" xmlns:v="{v}" xmlns:w14="{w14}" mc:Ignorable="w14"><w:body>'.format(
    **NAMESPACES
)
_SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"'
    ' w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
)


def _blank() -> bytes:
    data = io.BytesIO()
    docx.Document().save(data)
    return data.getvalue()


BLANK = _blank()


def docx_of(*blocks: str) -> bytes:
    """A .docx whose body holds ``blocks``: XML, or plain text that becomes a paragraph of one run."""
    package = Package.open(BLANK)
    body = "".join(block if block.startswith("<") else p(block) for block in blocks)
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{_HEAD}{body}{_SECTION}</w:body></w:document>'
    package.write("word/document.xml", xml.encode())
    return package.save()


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs, each XML or plain text."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: list[str]) -> str:
    """A ruled table of rows of cells, each text or XML paragraphs."""
    width = 9000 // len(rows[0])
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _ in rows[0])
    made = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{c if c.startswith("<") else p(c)}</w:tc>'
            for c in row
        )
        + "</w:tr>"
        for row in rows
    )
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>'


def filled(template: bytes, **context: object) -> bytes:
    return WordTemplate(template).fill(context).data


def body_xml(data: bytes, part: str = "word/document.xml") -> str:
    return Package.open(data).read(part).decode()


def lines(data: bytes, part: str = "word/document.xml") -> list[str]:
    """The text of each paragraph, tables and text boxes included; breaks as ``|``, tabs as ``→``."""
    root = etree.fromstring(Package.open(data).read(part))
    return [text_of(paragraph) for paragraph in root.iter(f"{{{_W}}}p")]


def text_of(paragraph) -> str:
    shown = []
    for element in paragraph.iter(f"{{{_W}}}t", f"{{{_W}}}br", f"{{{_W}}}tab"):
        if element.getparent().tag == f"{{{_W}}}tabs":
            continue
        shown.append({"t": element.text or "", "br": "|", "tab": "→"}[etree.QName(element).localname])
    return "".join(shown)


def rows_of(data: bytes) -> list[list[str]]:
    """The text of each cell of each row of all tables."""
    root = etree.fromstring(Package.open(data).read("word/document.xml"))
    cells = [list(row.iter(f"{{{_W}}}tc")) for row in root.iter(f"{{{_W}}}tr")]
    return [["|".join(text_of(q) for q in cell.iter(f"{{{_W}}}p")) for cell in row] for row in cells]


def styled_runs(data: bytes) -> list[tuple[str, str]]:
    """Each run's text with the names of its properties: ``[("32.21", "b")]``."""
    found = []
    for run in re.findall(r"<w:r>.*?</w:r>|<w:r .*?</w:r>", body_xml(data), re.DOTALL):
        properties = re.search(r"<w:rPr>(.*?)</w:rPr>", run, re.DOTALL)
        names = re.findall(r"<w:(\w+)", properties[1]) if properties else []
        found.append(("".join(re.findall(r"<w:t[^>]*>([^<]*)", run)), " ".join(names)))
    return found
