"""The example packs, built as a user builds them: same bytes anywhere, sound files, whole pages, numbers that all answer."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportgen.dataset import read
from tests.examples.briefs import (
    ROOT,
    before_the_appendix,
    brief,
    has_own_digits,
    manifest,
    members,
    words_of_others,
)

OF_ARTICLES = ("plan-2025", "ecommerce-2020", "trade-2023")
PACKS = (*OF_ARTICLES, "trade-monthly")
LANGUAGES = ("en", "zh")
ISSUED = {
    "plan-2025": (18, "April"), "ecommerce-2020": (20, "April"), "trade-2023": (15, "April"),
    "trade-monthly": (20, "January"),
}  # fmt: skip
"""The day on which each pack is signed: some weeks after its cut-off date."""
BRIEFS = [(pack, language) for pack in PACKS for language in LANGUAGES]
DOCUMENTS = [
    (pack, f"{pack}-{kind}-{language}.{ending}")
    for pack in PACKS
    for kind, ending in (("brief", "docx"), ("workbook", "xlsx"), ("databook", "xlsx"))
    for language in LANGUAGES
]
PAGES = {"brief": range(4, 10), "workbook": range(5, 15), "databook": range(9, 14)}
"""Printed pages: a data book of what a pack uses has about a dozen."""
LONG_BOOKS = {"plan-2025": range(14, 24), "trade-monthly": range(9, 16)}
"""Data books of a whole dataset, and of seven areas month by month."""
SIGNS_OF_FAILURE = ("{{", "{%", "}}", "%}", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "Error", "Err:", "None")

# Worked out by hand from the articles.
EXPECTED = {
    ("plan-2025", "en"): (
        "imports and exports in 2021, 32.21 billion yuan (scope not stated), were 46.0% of the lower limit of the 2025 target",
        "cross-border e-commerce imports and exports, with a target of more than 70 billion yuan",
        "imports and exports reached 32.21 billion yuan, up 63.3% year on year",
        "stood at least 37.79 billion yuan short of the 2025 target",
        "21.4% a year from 2021",
        "imply cross-border e-commerce imports and exports of 10.48 billion yuan for January–May 2021",
        "implies 19.72 billion yuan for 2020",
        "no source says which part matches the national one; Chongqing’s share of the national total is therefore not computed",
        "In early 2024 (period inferred) there were 5 municipal-level demonstration zones; the target for 2025 is 10 (level not stated)",
        "44.7 percentage points higher than the national rate (the sources do not say whether the definitions match)",
        "One of the two sources calls the figure for 2021 transaction volume; neither defines it.",
        "In January–May 2022 (period inferred), cross-border e-commerce imports and exports reached 19.79 billion yuan",
        "China’s cross-border e-commerce imports and exports reached 2.38 trillion yuan, up 15.6% year on year",
    ),
    ("plan-2025", "zh"): (
        "2021年，重庆市跨境电商进出口额322.1亿元（来源未说明口径），按2025年目标下限测算完成46.0%",
        "跨境电商进出口额（目标为超过700亿元）",
        "2021年，跨境电商进出口额达322.1亿元，比上年增长63.3%",
        "距2025年目标至少还差377.9亿元，2022—2025年年均至少需增长21.4%",
        "高于全国平均水平44.7个百分点（两者统计口径是否一致，来源未说明）",
        "2021年数值，一个来源称“交易额”，另一来源只称“跨境电商”，均未给出统计口径。",
        "2024年初（系推定），已建市级跨境电商示范区5个，2025年目标为10个（目标未注明级别）",
        "2021年1—5月跨境电商进出口额为104.8亿元",
        "2020年为197.2亿元",
        "全国跨境电商进出口额达2.38万亿元，比上年增长15.6%",
        "重庆市数据的口径在2021年、2023年疑有变化，与全国数据口径是否一致不明，故不计算重庆市占全国的比重",
    ),
    ("ecommerce-2020", "en"): (
        "online retail sales reached 135.05 billion yuan, up 13.05% year on year",
        "According to the source, growth of online retail sales was 1.49 percentage points above the national rate",
        "accounted for 18.53 billion yuan, or 76.2% of rural online retail sales",
        "accounting for 18.0% of total online retail sales",
        "786,000, or 43.0%, were involved directly",
        "about 6.4 yuan per US dollar",
    ),
    ("ecommerce-2020", "zh"): (
        "网上零售额达1350.5亿元，比上年增长13.05%",
        "来源称，网上零售额增速高于全国平均水平1.49个百分点",
        "重点区县为185.3亿元，占农村网上零售额的76.2%",
        "直接就业78.6万人，占43.0%",
    ),
    ("trade-2023", "en"): (
        "exports exceeded 470 billion yuan",
        "came to more than 33 billion yuan, up 51.9% year on year",
        "more than 21.7 billion yuan for 2022",
        "accounting for less than 42.6% of total exports",
        "nearly 20 billion yuan",
        "market procurement trade implies 7.18 yuan per US dollar",
        "The figure appears to be defined differently and is not comparable with those of earlier years.",
        "The target for Chongqing’s annual exports of intelligent connected new energy vehicles by 2027 is more than 120 billion yuan",
        "From December 2022 to December 2023 (period inferred), exports were made under 1,726 invoices",
        "give both the level and the growth only as “more than”",
        "Dec 2022 to 2024",
    ),
    ("trade-2023", "zh"): ("出口总额超过4700亿元", "汽车出口超过330亿元，比上年增长51.9%", "超过217亿元", "占出口总额的比重不足42.6%", "近200亿元", "7.18元/美元", "2022年12月至2024年", "比上年增长超过79.2%", "因口径疑有变化，该数与以往数据不可比。", "到2027年，重庆市智能网联新能源汽车年出口额的目标是超过1200亿元"),
    # cells of the customs' tables, see test_trade_monthly
    ("trade-monthly", "en"): ("In 2024, Chongqing’s imports and exports reached 715.42 billion yuan, up 0.4% year on year", "The trade surplus was 299.31 billion yuan"),
    ("trade-monthly", "zh"): ("2024年，重庆市货物进出口总额达7154.2亿元，比上年增长0.4%", "贸易顺差2993.1亿元"),
}  # fmt: skip


def build(pack: Path, out: Path, **environment: str) -> Path:
    """`reportgen build PACK -o OUT` in a process of its own."""
    command = [
        sys.executable,
        "-c",
        "from reportgen.cli import main; main()",
        "build",
        str(pack),
        "-o",
        str(out),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment}
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packs, each in its own folder."""
    folder = tmp_path_factory.mktemp("examples")
    for pack in PACKS:
        build(ROOT / "examples" / pack, folder / pack)
    return folder


@pytest.fixture(scope="module")
def elsewhere(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same packs from a copy in another folder, later, on another clock, with other hash seeds."""
    home = tmp_path_factory.mktemp("elsewhere") / "a folder 中文"
    for part in ("examples", "templates", "data"):
        shutil.copytree(ROOT / part, home / part, ignore=shutil.ignore_patterns("build"))
    for pack in PACKS:
        build(home / "examples" / pack, home / "out" / pack, TZ="Asia/Shanghai", PYTHONHASHSEED="7")
    return home / "out"


@pytest.mark.long
@pytest.mark.parametrize("pack", PACKS)
def test_the_same_inputs_give_the_same_bytes_in_another_folder_at_another_time(
    pack: str, built: Path, elsewhere: Path
) -> None:
    ours, theirs = (
        {file.name: file.read_bytes() for file in (folder / pack).iterdir()} for folder in (built, elsewhere)
    )
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []


@pytest.mark.parametrize("pack", PACKS)
def test_each_pack_gives_a_brief_a_workbook_a_data_book_and_its_manifest(pack: str, built: Path) -> None:
    names = sorted(file.name for file in (built / pack).iterdir())
    assert names == sorted(["pack.json", *(name for owner, name in DOCUMENTS if owner == pack)])


@pytest.mark.long_but_for("plan-2025-brief-zh", "plan-2025-workbook-en", "plan-2025-databook-en")
@pytest.mark.parametrize(("pack", "name"), DOCUMENTS)
def test_every_document_is_sound_to_the_open_xml_sdk(
    pack: str, name: str, built: Path, ooxml_validator: Callable[..., list[str]]
) -> None:
    assert ooxml_validator(built / pack / name) == []


@pytest.mark.long_but_for("plan-")
@pytest.mark.parametrize("template", sorted(path.name for path in (ROOT / "templates").iterdir()))
def test_every_template_is_sound_to_the_open_xml_sdk(
    template: str, ooxml_validator: Callable[..., list[str]]
) -> None:
    assert ooxml_validator(ROOT / "templates" / template) == []


@pytest.mark.long_but_for("plan-2025-brief-zh", "plan-2025-workbook-en")
@pytest.mark.parametrize(
    ("pack", "name"),
    [
        pytest.param(
            *each, marks=pytest.mark.long if "databook" in each[1] and each[0] != "plan-2025" else ()
        )
        for each in DOCUMENTS
    ],
)
def test_every_document_is_laid_out_whole(
    pack: str, name: str, built: Path, soffice_pdf: Callable[..., Any]
) -> None:
    pages = soffice_pdf(built / pack / name)
    kind = name.removeprefix(f"{pack}-").split("-")[0]
    assert len(pages) in (LONG_BOOKS.get(pack, PAGES[kind]) if kind == "databook" else PAGES[kind])
    assert [sign for sign in SIGNS_OF_FAILURE if sign in pages.text] == []
    assert all(text.strip() for text in pages.texts)
    if (
        kind == "brief"
    ):  # the signature stands on one page with its date and the contact, and with text above it
        [page] = [text for text in pages.texts if "example.org" in text]
        above = [line for line in page.partition("example.org")[0].splitlines() if line.strip()]
        assert "示例" in above[-3] if name.endswith("zh.docx") else "worked example" in above[-3]
        day, month = ISSUED[pack]
        assert re.search(rf"\b{day} {month}|月 ?{day} ?日", above[-2])
        assert len(above) > 3


def test_no_sheet_has_merged_cells(built: Path) -> None:
    books = [*sorted((ROOT / "templates").glob("*.xlsx")), *sorted(built.glob("*/*.xlsx"))]
    assert len(books) == 8 + 16
    for book in books:
        with members(book) as package:
            merged = [name for name in package.namelist() if b"<mergeCell " in package.read(name)]
        assert merged == [], book.name


@pytest.mark.parametrize(("pack", "language"), BRIEFS)
def test_the_briefs_say_what_the_articles_amount_to(pack: str, language: str, built: Path) -> None:
    said = brief(built, pack, language).text
    assert [sentence for sentence in EXPECTED[pack, language] if sentence not in said] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_keeps_the_doubtful_figure_of_2023_out_of_its_progress(language: str, built: Path) -> None:
    figures = {figure["id"]: figure for figure in manifest(built, "plan-2025")["figures"]}
    assert figures["cbec_trade/CN-CQ/2021/target_completion@cbec_trade_2025"]["value"].startswith("46.0")
    assert "cbec_trade/CN-CQ/2023/target_completion@cbec_trade_2025" not in figures
    words = {
        "en": "It is not measured against the target, for the reason given in the notes to Figure 1.",
        "zh": "未用于测算目标进展，原因见图1注。",
    }
    assert words[language] in brief(built, "plan-2025", language).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_foreign_trade_shows_no_growth_for_cross_border_e_commerce_in_2023(
    language: str, built: Path
) -> None:
    figures = {figure["id"]: figure for figure in manifest(built, "trade-2023")["figures"]}
    shown = [
        key for key in figures if key.startswith("cbec_trade/CN-CQ/2023/growth") and figures[key]["value"]
    ]
    assert shown == []
    words = {
        "en": "appears to be defined differently and is not comparable with those of earlier years",
        "zh": "口径疑有变化，与以往数据不可比",
    }
    assert words[language] in brief(built, "trade-2023", language).text


def test_together_the_packs_rest_on_all_five_sources(built: Path) -> None:
    used = {source["source"] for pack in OF_ARTICLES for source in manifest(built, pack)["sources"]}
    assert used == set(read(ROOT / "data")[0].sources)


@pytest.mark.parametrize(("pack", "name"), [item for item in DOCUMENTS if "databook" not in item[1]])
def test_every_number_a_document_shows_has_its_lineage_in_the_manifest(
    pack: str, name: str, built: Path
) -> None:
    said = manifest(built, pack)
    lineage = {figure["key"]: figure for figure in said["figures"]}
    shown = next(output for output in said["outputs"] if output["path"] == name)["figures"]
    assert shown
    assert [item for item in shown if item["key"] not in lineage] == []
    for item in shown:
        figure = lineage[item["key"]]
        evidence = (
            figure["formula"] or figure["citations"]
            if figure["value"] or figure["state"]
            else figure["reason_en"]
        )
        assert evidence, item


@pytest.mark.parametrize(("pack", "language"), BRIEFS)
def test_every_marked_figure_of_a_brief_leads_to_a_figure_of_the_manifest(
    pack: str, language: str, built: Path
) -> None:
    keys = {figure["key"] for figure in manifest(built, pack)["figures"]}
    figures = brief(built, pack, language).figures
    assert len(figures) > 50
    assert [figure for figure in figures if figure[0] not in keys] == []


@pytest.mark.parametrize(("pack", "language"), [item for item in BRIEFS if item[0] in OF_ARTICLES])
def test_every_number_of_a_brief_is_a_figure_or_in_somebody_elses_words(
    pack: str, language: str, built: Path
) -> None:
    """Before the appendix no note, reason or finding may bring a number of its own along: it would have no lineage."""
    lines = list(brief(built, pack, language).lines_without_figures)
    body = before_the_appendix(lines)
    quoted = words_of_others()
    assert 40 < len(body) < len(lines)
    assert [line for line in body if has_own_digits(line, quoted)] == []


@pytest.mark.parametrize("pack", PACKS)
def test_apostrophes_and_quotes_of_an_english_brief_are_those_of_print(pack: str, built: Path) -> None:
    """The appendix quotes sources letter by letter."""
    body = before_the_appendix(brief(built, pack, "en").lines_without_figures)
    assert any("Chongqing’s" in line for line in body)
    assert [line for line in body if "'" in line or '"' in line] == []


@pytest.mark.parametrize(
    "line",
    [
        "Note: the rate implies 72 yuan to the dollar.",
        "2021年公布的增速推算为197.2亿元。",
        "It is 46.0% of the target.",
        "跨13个月。",
    ],
)
def test_a_number_typed_into_a_note_is_seen(line: str) -> None:
    assert has_own_digits(line, words_of_others())


@pytest.mark.parametrize(("pack", "language"), BRIEFS)
def test_source_marks_lead_to_bookmarks_that_exist_once(pack: str, language: str, built: Path) -> None:
    document = brief(built, pack, language)
    anchors = [mark for mark in document.anchors if mark.startswith("source_")]
    assert anchors
    assert {anchor: document.bookmarks.count(anchor) for anchor in anchors} == dict.fromkeys(anchors, 1)


@pytest.mark.parametrize("pack", PACKS)
def test_the_chinese_brief_has_the_page_of_gb_t_9704(pack: str, built: Path) -> None:
    xml = members(built / pack / f"{pack}-brief-zh.docx").read("word/document.xml").decode()
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in xml
    assert '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"' in xml
    assert '<w:docGrid w:type="lines" w:linePitch="579"/>' in xml


@pytest.mark.parametrize(("pack", "language"), BRIEFS)
def test_charts_are_native_and_carry_their_workbooks(pack: str, language: str, built: Path) -> None:
    names = members(built / pack / f"{pack}-brief-{language}.docx").namelist()
    charts = [name for name in names if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
    books = [name for name in names if name.startswith("word/embeddings/") and name.endswith(".xlsx")]
    assert charts
    assert len(books) == len(charts)


# ---- looking into a brief -----------------------------------------------------------------------------------
