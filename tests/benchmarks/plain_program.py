"""A program such as an office writes without reportgen: docxtpl and openpyxl fill the pages of a pack from the CSV, without
checks, lineage or rounding rules. ``python -m tests.benchmarks.plain_program BUILT DATA OUT`` fills; ``prepare`` makes its templates.
"""

import csv
import json
import re
import sys
from decimal import Decimal
from pathlib import Path

NUMBER = re.compile(r"\d[\d,.]*")


def prepare(built: Path, templates: Path) -> None:
    """Of each built document a template with a tag in place of every number, and the cells of each workbook."""
    import docx
    import openpyxl

    templates.mkdir(parents=True, exist_ok=True)
    for path in sorted(built.glob("*.docx")):
        document = docx.Document(str(path))
        values: list[str] = []

        def tagged(found, values=values):
            values.append(found[0])
            return f"{{{{ v[{len(values) - 1}] }}}}"

        cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
        for holder in (document, *cells):
            for paragraph in holder.paragraphs:
                for run in paragraph.runs:
                    if NUMBER.search(run.text):
                        run.text = NUMBER.sub(tagged, run.text)
        document.save(str(templates / path.name))
        (templates / f"{path.name}.json").write_text(json.dumps(values), encoding="utf-8")
    for path in sorted(built.glob("*.xlsx")):
        book = openpyxl.load_workbook(path)
        cells = {
            sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows() if any(c.value is not None for c in row)]
            for sheet in book.worksheets
        }  # fmt: skip
        (templates / f"{path.name}.json").write_text(json.dumps(cells, default=str), encoding="utf-8")


def fill(templates: Path, data: Path, out: Path) -> None:
    """Read the CSV with Decimal, fill every Word template with docxtpl, write every workbook with openpyxl."""
    import openpyxl
    from docxtpl import DocxTemplate

    with (data / "observations.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row | {"value": Decimal(row["value"])} for row in csv.DictReader(file)]
    assert rows
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(templates.glob("*.docx")):
        template = DocxTemplate(str(path))
        template.render({"v": json.loads((templates / f"{path.name}.json").read_text("utf-8"))})
        template.save(str(out / path.name))
    for path in sorted(templates.glob("*.xlsx.json")):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, lines in json.loads(path.read_text("utf-8")).items():
            sheet = book.create_sheet(title)
            for line in lines:
                sheet.append(line)
        book.save(str(out / path.name.removesuffix(".json")))


if __name__ == "__main__":
    fill(*map(Path, sys.argv[1:4]))
