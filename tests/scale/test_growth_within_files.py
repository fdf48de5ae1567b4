"""More of one thing in a file costs no more than itself."""

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from reportgen import fill_excel, fill_word
from reportgen.build.pack_or_data import open_pack_or_data
from reportgen.excel import workbook_template
from reportgen.excel.formula_patterns import read_pattern
from reportgen.expressions import may_hold_near_tags
from reportgen.findings import Finding, Place, Severity, grouped
from reportgen.intake.grid import Grid
from reportgen.intake.layout import head_path
from tests.scale.test_growth_of_work import MOST, calls, dataset, excel_template


def test_an_attribute_more_of_an_element_costs_no_more_to_read(tmp_path):
    """XML with twice as many attributes on an element is read, checked and written in about twice the work."""
    from reportgen.ooxml import xml

    def reading(size: int) -> int:
        names = " ".join(f'a{at}="{at}"' for at in range(size))
        return calls(lambda: xml.parse(f"<r {names}/>".encode(), "document.xml"))

    reading(1)
    once, twice = reading(300), reading(600)
    assert twice < MOST * once, (once, twice)


def test_a_column_more_of_a_published_table_costs_no_more_to_draft():
    """Heads that stand once over many columns are looked for once a row, however wide the sheet."""

    def drafted(width: int) -> None:
        rows = [
            ["", "Exports", *[""] * width],
            ["Area", *["2024"] * (width + 1)],
            ["Chongqing", *[1.5] * (width + 1)],
        ]
        grid = Grid("table.xlsx", "Sheet1", rows)
        assert [head_path(grid, 0, 2, column)[0] for column in range(1, width + 2)] == ["Exports"] * (
            width + 1
        )

    once, twice = (calls(lambda width=width: drafted(width)) for width in (300, 600))
    assert twice < MOST * once, (once, twice)


def test_a_finding_more_costs_no_more_to_say(tmp_path):
    """Warnings and notes are grouped and said in about twice the work for twice as many."""
    from reportgen.cli.output import print_findings

    findings = open_pack_or_data(dataset(tmp_path / "data", repeated=200)).findings
    several = [item for item in findings if item.code == "stated-twice"]
    print_findings(several[:10], "en")
    once, twice = (calls(lambda size=size: print_findings(several[:size], "en")) for size in (90, 180))
    assert twice < MOST * once, (once, twice)


class _CountedSeries(str):
    """A series that counts how often it is looked at."""

    seen = 0

    def __hash__(self) -> int:
        type(self).seen += 1
        return super().__hash__()


def test_grouping_looks_at_each_series_as_often_however_many_there_are() -> None:
    def looks(count: int) -> int:
        _CountedSeries.seen = 0
        found = [
            Finding(
                "stated-twice", Severity.WARNING, series=_CountedSeries(f"s{at % 9}"), place=Place(row=at)
            )
            for at in range(count)
        ]
        assert len(grouped(found)) == 1
        return _CountedSeries.seen

    assert looks(400) <= 2.2 * looks(200)


def test_a_copy_more_of_a_bookmark_costs_no_more(tmp_path):
    """The free name for a copy is not looked for from the first one on."""

    def filling(turns: int) -> int:
        document = docx.Document()
        document.add_paragraph(f"{{%p for n in range({turns}) %}}")
        marked = document.add_paragraph("{{ n }}")._p
        for name, more in (("w:bookmarkStart", {"w:name": "plan"}), ("w:bookmarkEnd", {})):
            mark = OxmlElement(name)
            for key, value in {"w:id": "1", **more}.items():
                mark.set(qn(key), value)
            marked.append(mark)
        document.add_paragraph("{%p endfor %}")
        document.save(str(tmp_path / f"{turns}.docx"))
        return calls(lambda: fill_word(tmp_path / f"{turns}.docx", {}, tmp_path / f"out{turns}.docx"))

    filling(1)
    once, twice = filling(200), filling(400)
    assert twice < MOST * once, (once, twice)


def test_formulas_filled_down_are_read_once(tmp_path):
    """A long column of a sheet that is not repeated has one formula, as seen from its rows."""
    rows = range(2, 302)
    cells = {"A1": "{{ one }}", **{f"A{row}": "=ROW()" for row in rows}}
    cells |= {f"B{row}": f"=A{row}*2+$A$1+B{row - 1}" for row in rows}
    template = excel_template(tmp_path / "filled-down.xlsx", cells)
    read_pattern.cache_clear()
    fill_excel(template, {"one": 1}, tmp_path / "out.xlsx")
    assert read_pattern.cache_info().misses <= 4
    shown = openpyxl.load_workbook(tmp_path / "out.xlsx", data_only=True).active
    assert [shown["B2"].value, shown["B3"].value, shown["B301"].value] == [5, 12, 91200]


def test_a_text_that_many_cells_share_is_looked_at_once(tmp_path, monkeypatch):
    """One long text in thousands of cells was searched for tags in each of them."""
    looked: list[str] = []

    def may_hold(text: str) -> bool:
        looked.append(text)
        return may_hold_near_tags(text)

    monkeypatch.setattr(workbook_template, "may_hold_near_tags", may_hold)
    template = excel_template(
        tmp_path / "shared.xlsx", {"A1": "{{ one }}", **{f"B{row}": "a long text" for row in range(1, 301)}}
    )
    fill_excel(template, {"one": 1}, tmp_path / "out.xlsx")
    assert sorted(looked) == ["a long text", "{{ one }}"]
