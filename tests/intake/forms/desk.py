"""A small dataset whose forms are made, filled in and sent back."""

from pathlib import Path

from openpyxl import load_workbook

from reportgen.dataset import check, read
from reportgen.language import language
from tests.commands import run

TABLES = {
    "indicators": (
        "indicator,name_zh,label_en,label_zh,unit,round_to,direction,kind,count_en,count_zh,order\n"
        "trade,进出口,Foreign trade,进出口额,CNY,7,up,flow,,,1\n"
        "firms,企业数,Companies,企业数,count,0,up,stock,firms,家,2\n"
    ),
    "areas": "ref_area,label_en,label_zh,kind,order\nCN-CQ,Chongqing,重庆,place,1\nCN-CD,Chengdu,成都,place,2\n",
    "sources": (
        "source,title,author,publisher,published,accessed,url,language,kind\n"
        "bureau,Monthly figures,,Bureau,2024-05-10,,,en,table\n"
    ),
    "observations": (
        "obs_id,indicator,ref_area,period,measure,value,unit_mult,qualifier,status,source,note,note_zh\n"
        "a3,trade,CN-CQ,2024-03,level,11.5,8,,,bureau,,\n"
        "a4,trade,CN-CQ,2024-04,level,12,8,,,bureau,,\n"
        "g4,trade,CN-CQ,2024-04,growth_yoy,3.5,0,,,bureau,,\n"
        "f4,firms,CN-CQ,2024-04,level,800,0,,,bureau,,\n"
        "d4,trade,CN-CD,2024-04,level,14,8,,,bureau,,\n"
    ),
    "citations": "subject,source,statement,role\n",
}
TRADE, GROWTH, FIRMS, CHENGDU = 5, 6, 7, 8
"""The rows of the made form, as a spreadsheet counts them."""
HEADS = {
    "area": 2,
    "indicator": 3,
    "period": 4,
    "unit": 5,
    "last": 6,
    "value": 8,
    "qualifier": 9,
    "status": 10,
    "note": 11,
    "check": 12,
}


class FormDesk:
    """A folder with a dataset, and the commands that make and take forms."""

    def __init__(self, folder: Path):
        self.folder, self.data = folder, folder / "data"
        self.data.mkdir()
        for name, text in TABLES.items():
            (self.data / f"{name}.csv").write_text(text, encoding="utf-8")

    def run(self, *arguments, language="zh"):
        given = [str(item) for item in arguments]
        return run("form", *given, language=language)

    def export(self, *options, language="zh", period="2024-05"):
        periods = ["--period", period] if period else []
        done = self.run("export", self.data, "-o", self.folder / "out", *periods, *options, language=language)
        assert done.exit_code == 0, done.output
        return sorted((self.folder / "out").glob("*.xlsx"))[0]

    def filled(self, change, *options, language="zh", name="back.xlsx", period="2024-05"):
        """A form on whose workbook ``change(sheet, book)`` was carried out."""
        book = load_workbook(self.export(*options, language=language, period=period))
        change(book.worksheets[1], book)
        path = self.folder / name
        book.save(path)
        return path

    def collect(self, *arguments, language="zh"):
        return self.run("collect", *arguments, "--into", self.data, language=language)

    def observations(self):
        dataset, findings = read(self.data)
        assert not findings, findings
        return dataset.observations

    def cells_at_odds(self):
        """What `check` says of numbers against the cells of returned forms that they cite."""
        dataset, _ = read(self.data)
        assert any(citation.cell for citation in dataset.citations)
        return [
            language("en").what(finding) for finding in check(dataset) if finding.code.endswith("-in-cell")
        ]

    def files(self):
        return {path.name: path.read_bytes() for path in sorted(self.data.iterdir())}
