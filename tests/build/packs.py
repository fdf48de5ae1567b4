"""Small real packs for tests: a dataset from one line, a Word template from a few paragraphs, a workbook from a few cells."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import docx
import openpyxl

from reportgen.dataset import write_folder
from tests.builders import dataset

DEFINITION = """
name = "small"
dataset = "data"
ref_area = "{area}"
period = "2021"
cut_off = 2022-06-30

[[documents]]
template = "brief.docx"
output = "brief-{{language}}.docx"

[[documents]]
template = "book.xlsx"
output = "book-{{language}}.xlsx"

[[documents]]
databook = true
output = "data-{{language}}.xlsx"

[en]
title = "Small pack"
issuer = "Office"

[zh]
title = "小报告"
issuer = "办公室"
"""


def pack(
    folder: Path,
    data: str = "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=63.3",
    paragraphs: Sequence[str] = ("{{ pack.title }}: {{ cbec_trade }}, {{ cbec_trade.yoy.change }}.",),
    cells: Mapping[str, str] | None = None,
    area: str = "CN-CQ",
    **options: object,
) -> Path:
    """Write a whole pack into ``folder`` and give its path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.toml").write_text(DEFINITION.format(area=area), encoding="utf-8")
    options.setdefault("sources", {"s1": {"published": "2022-03-01"}})
    write_folder(dataset(data, **options), folder / "data")
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(folder / "brief.docx"))
    workbook = openpyxl.Workbook()
    for address, text in (cells or {"A1": "{{ pack.title }}", "B1": "{{ cbec_trade }}"}).items():
        workbook.active[address] = text
    workbook.save(folder / "book.xlsx")
    return folder


def text_of(path: Path) -> str:
    """All text of a Word document's body, content controls included; a space that does not break is a plain one."""
    body = docx.Document(str(path)).element.body
    shown = "".join(node.text or "" for node in body.iter() if node.tag.endswith("}t"))
    return shown.replace("\u00a0", " ")
