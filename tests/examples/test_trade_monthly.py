"""The monthly pack: its numbers against the customs tables' cells, worked out by hand; the month before as it was seen then.

Cells of 2024-12.csv and 2024-11.csv, in 10,000 yuan, 重庆市 unless another place is named:

| cell | 1至12月 | 同比 | 12月 | 1至11月 | 同比 | 11月 |
|---|---|---|---|---|---|---|
| 进出口 | 71541632 | 0.4 | 8233780 | 63307168 | -2.4 | 5440179 |
| 出口 | 50736182 | 6.2 | 6189806 | 44541346 | 2.8 | 3909647 |
| 进口 | 20805450 | -11.5 | 2043974 | 18765823 | -12.8 | 1530532 |
| 进出口, 总值 | 4384679258 | 5.0 | 406696046 | 3978606473 | 4.9 | 375063353 |
| 进出口, 重庆两江新区 | 27077855 | 2.9 | 4055477 | 23022535 | -3.8 | 2122548 |
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.document import Document

from tests.conftest import do_without
from tests.examples.briefs import ROOT
from tests.examples.test_examples import SIGNS_OF_FAILURE

PACK = ROOT / "examples" / "trade-monthly"
AREAS = ("CN-CQ-GAOXIN", "CN-CQ-LIANGJIANG", "CN-CQ-WANZHOU-ETDZ", "CN-CQ-ETDZ", "CN-CQ-CHANGSHOU-ETDZ")

WORKED_OUT = {
    "december": {
        # 71541632 / 4384679258 = 1.63%; 50736182 - 20805450 = 29930732; 8233780 / 5440179 = 1.5135
        # 50736182 x 6.2/106.2 / (71541632 / 1.004) = 4.16; 20805450 x -11.5/88.5 / (71541632 / 1.004) = -3.79
        # 27077855 / 71541632 = 37.85%; 27077855 x 2.9/102.9 / (71541632 / 1.004) = 1.07; 0.4 - 5.0 = -4.6; 0.4 less -2.4 of January-November = 2.8
        "zh": (
            "2024年，重庆市货物进出口总额达7154.2亿元，比上年增长0.4%。",
            "出口比上年增长6.2%，进口下降11.5%。",
            "其中，出口5073.6亿元，增长6.2%；进口2080.5亿元，下降11.5%。贸易顺差2993.1亿元。",
            "12月当月，货物进出口总额达823.4亿元，环比增长51.4%。",
            "12月当月，出口总额达619.0亿元，环比增长58.3%；进口总额达204.4亿元，环比增长33.5%。",
            "出口拉动全市货物进出口总额增长4.2个百分点；进口下拉3.8个百分点。",
            "低于全国平均水平4.6个百分点",
            "进出口占全国的比重为1.6%（当月2.0%），出口2.0%，进口1.1%（见表2）。",
            "比上年增长0.4%，低于全国平均水平4.6个百分点。",
            "货物进出口由2024年1—11月下降2.4%转为增长，增速提高2.8个百分点",
            "重庆两江新区进出口2707.8亿元，比上年增长2.9%，规模居所列开发区首位，与全市之比为37.8%，拉动全市增长1.1个百分点（见表4）。",
            "位次按增速排列，仅就所列开发区而言",
            "各开发区不是全市的完整划分，不予加总",
            "据累计数推算，后来的修订为：2024年一季度数下调8.1亿元（0.51%）、2024年1—5月数下调14.4亿元（0.52%）；另有8处修订较小",
        ),
        "en": (
            "In 2024, Chongqing’s imports and exports reached 715.42 billion yuan, up 0.4% year on year.",
            "exports for 2.0% and imports for 1.1%. In December alone, imports and exports accounted for 2.0% of China’s total.",
            "The trade surplus was 299.31 billion yuan",
            "In December alone, imports and exports reached 82.34 billion yuan, up 51.4% month on month",
            "Exports added 4.2 percentage points to the growth of total imports and exports; imports took 3.8 percentage points from it",
            "up 0.4% year on year, 4.6 percentage points lower than the national rate. Of this, exports came to",
            "turned from a fall of 2.4% in January–November 2024 to a rise, the rate 2.8 percentage points higher",
            "Share of growth is left out: the whole changed by less than one percent, so shares of growth are not meaningful.",
            "the cumulative totals imply later revisions, Q1 2024 down by 0.81 billion yuan (0.51%) and January–May 2024 down by 1.44 billion yuan (0.52%); 8 others were smaller",
        ),
    },
    "november": {
        # 63307168 / 3978606473 = 1.59%; 44541346 - 18765823 = 25775523; 5440179 / 6002411 (October) = 0.9063
        # 44541346 x 2.8/102.8 / (63307168 / 0.976) = 1.87; 18765823 x -12.8/87.2 / (63307168 / 0.976) = -4.25
        # 18765823 x -12.8/87.2 / (63307168 x -2.4/97.6) = 177%, of which rounding leaves 172.5 to 181.6; -2.4 less -1.6 of January-October = -0.8
        "zh": (
            "2024年1—11月，重庆市货物进出口总额为6330.7亿元，同比下降2.4%。",
            "贸易顺差2577.6亿元。",
            "11月当月，货物进出口总额为544.0亿元，环比下降9.4%",
            "降幅比1—10月扩大0.8个百分点，增速低于全国平均水平7.3个百分点",
            "出口占全市货物进出口总额的比重为70.4%，拉动全市货物进出口总额增长1.9个百分点",
            "进口下拉4.2个百分点",
            "注：因该部分与总量变动方向相反，不计算贡献率，未列",
            "对全市货物进出口总额下降的贡献率约177%",
        ),
        "en": (
            "In January–November 2024, Chongqing’s imports and exports came to 633.07 billion yuan, down 2.4% year on year",
            "contributing about 177% of the fall in total imports and exports",
        ),
    },
}  # fmt: skip


def run(*arguments: str) -> None:
    """`reportgen ...` in a process of its own."""
    command = [sys.executable, "-c", "from reportgen.cli import main; main()", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def build(out: Path, *options: str) -> Path:
    """`reportgen build examples/trade-monthly -o OUT ...`"""
    run("build", str(PACK), "-o", str(out), *options)
    return out


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newest month, and November as it was seen then."""
    folder = tmp_path_factory.mktemp("monthly")
    build(folder / "december")
    build(folder / "november", "--period", "2024-11")
    return folder


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("zones") / "out", "--for-each", "ref_area")


def text_of(document: Document) -> str:
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(
        one.text for one in (*document.paragraphs, *(p for cell in cells for p in cell.paragraphs))
    ).replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("month", ["december", "november"])
def test_the_brief_says_what_the_cells_amount_to(month: str, language: str, built: Path) -> None:
    said = text_of(docx.Document(str(built / month / f"trade-monthly-brief-{language}.docx")))
    said = re.sub(r"\u2060\[1(-\u20602)?\]", "", said)

    assert [sentence for sentence in WORKED_OUT[month][language] if sentence not in said] == []
    assert [sign for sign in SIGNS_OF_FAILURE if sign in said] == []
    assert "居全国" not in said


@pytest.mark.long
def test_january_says_its_numbers_once(tmp_path: Path) -> None:
    """Its month is its total so far; of the first month that the tables hold nobody knows the month before."""
    made = build(tmp_path / "january", "--period", "2024-01", "--language", "zh")
    said = text_of(docx.Document(str(made / "trade-monthly-brief-zh.docx"))).replace("\u2060[1]", "")
    assert said.count("货物进出口总额为557.3亿元") == 2  # as a key message and in the text
    assert said.count("进出口占全国的比重为1.5%，出口") == 1
    body = said.partition("附件：")[0].replace("未列环比增长：所用来源未公布2023年12月的数值。", "")
    assert "环比" not in body.replace("所列环比未经季节调整。", "")


def test_the_zones_stand_by_size_with_their_growth_and_their_place_among_those_listed(built: Path) -> None:
    book = openpyxl.load_workbook(built / "december" / "trade-monthly-workbook-zh.xlsx", data_only=True)
    rows = [[cell.value for cell in row[:5]] for row in book["开发区"].iter_rows(min_row=5, max_row=9)]

    assert [(str(name)[:4], level, growth, place) for name, level, growth, place, _ in rows] == [
        ("重庆两江", 2707.8, 2.9, 4),
        ("万州经济", 84.5, 20.5, 2),
        ("重庆经济", 36.1, -7.3, 5),
        ("长寿经济", 32.6, 43.6, 1),
        ("重庆高新", 24.0, 18.4, 3),
    ]


def test_the_months_of_the_workbook_are_those_the_customs_published(built: Path) -> None:
    book = openpyxl.load_workbook(built / "november" / "trade-monthly-workbook-zh.xlsx", data_only=True)
    rows = [[cell.value for cell in row[:6]] for row in book["各月"].iter_rows(min_row=5, max_row=15)]

    assert [row[0] for row in rows] == [f"2024年{month}月" for month in range(1, 12)]
    assert rows[0] == ["2024年1月", 557.3, 368.0, 189.3, pytest.approx(178.7), -3.1]
    assert rows[10][:4] == ["2024年11月", 544.0, 391.0, 153.1]


@pytest.mark.parametrize(
    ("language", "sheet", "words"),
    [
        ("en", "Figures", "“71541632” (重庆市, 进出口 / 1至12月, 单位：万人民币, C281)"),
        ("zh", "所用数据", "“71541632”（重庆市，进出口 / 1至12月，单位：万人民币，C281）"),
    ],
)
def test_the_appendix_names_the_cell_of_each_number(
    language: str, sheet: str, words: str, built: Path
) -> None:
    book = openpyxl.load_workbook(built / "december" / f"trade-monthly-workbook-{language}.xlsx")
    assert words in {cell.value for row in book[sheet].iter_rows() for cell in row}


def test_nothing_later_than_november_is_in_november_s_pack(built: Path) -> None:
    made = json.loads((built / "november" / "pack.json").read_text(encoding="utf-8"))

    assert made["pack"]["cut_off"] == "2024-11-30"
    assert made["pack"]["texts"]["en"]["title"] == "Foreign trade of Chongqing, January–November 2024"
    assert [figure["id"] for figure in made["figures"] if figure["period"] in ("2024", "2024-12")] == []
    assert "gacc_by_place_2024_12" not in {source["source"] for source in made["sources"]}


def test_each_zone_has_its_page_in_both_languages(zones: Path) -> None:
    assert sorted(path.name for path in zones.iterdir() if path.is_dir()) == sorted(AREAS)
    for area in AREAS:
        names = sorted(path.name for path in (zones / area).iterdir())
        assert names == ["pack.json", f"trade-monthly-{area}-en.docx", f"trade-monthly-{area}-zh.docx"]
    said = text_of(docx.Document(str(zones / "CN-CQ-LIANGJIANG" / "trade-monthly-CN-CQ-LIANGJIANG-zh.docx")))
    assert "货物进出口总额达2707.8亿元，比上年增长2.9%" in said
    assert "在所列开发区中，规模居第1位，增速居第4位。" in said


@pytest.mark.long_but_for("zh-CN-CQ-LIANGJIANG")
@pytest.mark.parametrize("area", AREAS[:2])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_zone_s_page_is_one_page(
    area: str, language: str, zones: Path, soffice_pdf: Callable[..., Any]
) -> None:
    assert len(soffice_pdf(zones / area / f"trade-monthly-{area}-{language}.docx")) == 1


@pytest.mark.long
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_data_book_holds_what_the_pack_uses_on_about_a_dozen_pages(
    language: str, built: Path, soffice_pdf: Callable[..., Any]
) -> None:
    """Not the tables and charts that the zones' pages alone use."""
    book = built / "december" / f"trade-monthly-databook-{language}.xlsx"
    workbook = openpyxl.load_workbook(book)
    tables = [name for sheet in workbook for name in sheet.tables if name.startswith(("Table_", "表_"))]
    assert [name.partition("_")[2] for name in tables] == ["overview", "nation", "parts", "zones"]
    assert len(soffice_pdf(book)) <= 17


@pytest.mark.long
def test_turning_to_the_next_month_is_an_import_and_a_build(tmp_path: Path) -> None:
    """With the tables up to November the newest issue is November's; December's table makes the next, and nothing is edited."""
    tables = os.environ.get("REPORTGEN_TABLES") or do_without("REPORTGEN_TABLES names no published tables")
    months = sorted((Path(tables) / "customs-2024").glob("2024-*.csv"))
    pack = tmp_path / "examples" / "trade-monthly"
    shutil.copytree(PACK, pack, ignore=shutil.ignore_patterns("build"))
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    before = (pack / "pack.toml").read_bytes()
    titles = []
    for arrived in (months[:11], months[11:]):
        run("import", *map(str, arrived), "--recipe", str(ROOT / "data" / "recipes" / "customs-by-place.toml"),
            "--into", str(tmp_path / "data" / "customs-2024"))  # fmt: skip
        run("build", str(pack), "--language", "zh")
        made = pack / "build" / "trade-monthly"
        titles.append(
            json.loads((made / "pack.json").read_text(encoding="utf-8"))["pack"]["texts"]["zh"]["title"]
        )
        brief = text_of(docx.Document(str(made / "trade-monthly-brief-zh.docx"))).replace("\u2060[1]", "")
        assert WORKED_OUT["november" if len(titles) == 1 else "december"]["zh"][0] in brief

    assert titles == ["2024年1—11月重庆市对外贸易情况", "2024年重庆市对外贸易情况"]
    assert (pack / "pack.toml").read_bytes() == before
