"""Forty paragraphs in each language, their texts written by hand in the style of communiqués."""

from datetime import date
from functools import cache
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from reportgen import fill_excel, fill_word
from reportgen.content import Number, Showable
from reportgen.dataset import read
from reportgen.errors import TemplateError
from reportgen.expressions.sandbox import environment
from reportgen.figures.context import PackContext
from reportgen.figures.documents import document_vocabulary
from reportgen.kinds import Catalogue
from reportgen.language import language, say
from reportgen.periods import Period
from reportgen.record import replace
from tests.builders import dataset
from tests.figures.communiques import PARAGRAPHS
from tests.figures.made_trade import AREAS, CODES, INDICATORS, MADE

DATA = Path(__file__).parents[2] / "data"


@cache
def data(name):
    if name in ("published", "customs"):
        return read(DATA if name == "published" else DATA / "customs-2024")[0]
    text = "\n".join(MADE[name])
    codes = {key: None for key in CODES if f".{key[1]} " in text or f"~{key[1]} " in text}
    indicators = {code: fields for code, fields in INDICATORS.items() if code in text}
    made = dataset(text, areas=AREAS, indicators=indicators, codes=codes)
    return replace(
        made, codes=tuple(replace(code, label=CODES[code.dimension, code.code]) for code in made.codes)
    )


@cache
def catalogue(name):
    return Catalogue(data(name))


def vocabulary(name, area, period, language, cut_off=date(2025, 3, 31)):
    context = PackContext("Title", language, area, Period.parse(period), cut_off)
    return document_vocabulary(catalogue(name), context, (), None, None)


@pytest.mark.parametrize(
    ("name", "cut_off", "asked", "zh", "en"),
    [
        (  # the year of which the count is had only begun
            "published",
            date(2024, 3, 31),
            "[cbec_demo_zones, cbec_demo_zones.target.completion]",
            "2024年初（系推定），重庆市共有跨境电商示范区5个，完成2025年目标（达到10个）的50.0%[1-2]。",
            "In early 2024 (period inferred), Chongqing had 5 cross-border e-commerce demonstration zones; this is 50.0% of the 2025 target of 10 zones.[1-2]",
        ),
        (
            "deposits",
            date(2024, 12, 30),
            '[deposits, deposits.at("2023"), deposits.at("2023-12-31")]',
            "2024年，重庆市指标deposits达520.5亿元，比上年增长4.0%[1]。2023年为500.5亿元[1]。截至2023年12月31日为510.5亿元[1]。",
            "In 2024, Chongqing’s deposits stood at 52.05 billion yuan, up 4.0% year on year.[1] In 2023, the figure was 50.05 billion yuan.[1] As of 31 December 2023, the figure was 51.05 billion yuan.[1]",
        ),
        (  # a target of few things is completed by their number, not by a percentage
            "published",
            date(2024, 3, 31),
            "[cbec_demo_zones.target.completion]",
            "2024年初（系推定），重庆市跨境电商示范区数为5个，2025年目标为10个[1-2]。",
            "In early 2024 (period inferred), Chongqing had 5 of the 10 cross-border e-commerce demonstration zones targeted for 2025.[1-2]",
        ),
        (  # half of the year is known to hold it
            "deposits",
            date(2024, 5, 31),
            "deposits",
            "2024年上半年，重庆市指标deposits达520.5亿元，比上年增长4.0%[1]。",
            "In the first half of 2024, Chongqing’s deposits stood at 52.05 billion yuan, up 4.0% year on year.[1]",
        ),
        (  # the last day is there
            "deposits",
            date(2024, 12, 31),
            "deposits",
            "2024年，重庆市指标deposits达520.5亿元，比上年增长4.0%[1]。",
            "In 2024, Chongqing’s deposits stood at 52.05 billion yuan, up 4.0% year on year.[1]",
        ),
        (  # what adds up is that of the year so far, whatever the day
            "deposits",
            date(2024, 6, 30),
            "trade",
            "2024年，重庆市货物进出口总额为100.5亿元[1]。",
            "In 2024, Chongqing’s imports and exports reached 10.05 billion yuan.[1]",
        ),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_there_in_a_year_that_goes_on_is_said_of_the_part_that_holds_it(
    name, cut_off, asked, zh, en, language
):
    words = vocabulary(name, "CN-CQ", "2024", language, cut_off)

    assert filled(f"{{{{ paragraph({asked}) }}}}", words) == {"en": en, "zh": zh}[language]


def filled(template, words):
    sandbox = environment(
        finalize=lambda value: value.content() if isinstance(value, Showable) else value, autoescape=False
    )
    return sandbox.from_string(template).render(dict(words))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("name", "area", "period", "asked", "zh", "en"), PARAGRAPHS)
def test_forty_paragraphs_read_as_communiques_do(name, area, period, asked, zh, en, language):
    words = vocabulary(name, area, period, language)

    assert filled(f"{{{{ paragraph({asked}) }}}}", words) == {"en": en, "zh": zh}[language]


TRADE = ("customs", "CN-CQ", "2024")
PUBLISHED = ("published", "CN-CQ", "2023")


def test_the_same_expression_in_chinese_gives_the_same_paragraph():
    english = filled('{{ paragraph([exports, exports.of("General trade")]) }}', vocabulary(*PUBLISHED, "zh"))
    chinese = filled('{{ 段落([出口, 出口.分组("一般贸易")]) }}', vocabulary(*PUBLISHED, "zh"))

    assert english == chinese != ""


def test_every_number_keeps_its_figure_and_counts_as_shown():
    words = vocabulary(*PUBLISHED, "zh")
    said = words["段落"]([words["出口"], words["出口"].of("一般贸易")]).content()

    keys = [part.key for part in said.parts if isinstance(part, Number)]
    assert [words.figure_of(key).id.kind.value for key in keys] == ["level", "level", "growth_yoy"]
    assert words.shown == [str(words.figure_of(key).id) for key in keys]


def test_a_list_inside_the_list_names_parts_and_importance_orders_them():
    words = vocabulary(*PUBLISHED, "zh")
    said = filled("{{ paragraph([exports, [gdp]]).unmarked }}", words)
    ordered = filled("{{ paragraph([imports, exports]).by_importance.unmarked }}", vocabulary(*TRADE, "zh"))

    assert said == "2023年，重庆市出口总额超过4700亿元，其中地区生产总值超过3万亿元。"
    assert ordered.index("出口总额达5073.6亿元") < ordered.index("进口总额为2080.5亿元")


@pytest.mark.parametrize(
    ("language", "brief", "headline"),
    [
        (
            "en",
            "In 2024, Chongqing’s imports and exports reached 715.42 billion yuan, up 0.4% year on year.[1]",
            "Imports and exports up 0.4%",
        ),
        ("zh", "2024年，重庆市货物进出口总额达7154.2亿元，比上年增长0.4%[1]。", "货物进出口总额增长0.4%"),
    ],
)
def test_a_key_message_says_level_and_growth_and_a_heading_growth_alone(language, brief, headline):
    words = vocabulary(*TRADE, language)

    assert filled("{{ paragraph(trade).brief }}", words) == brief
    assert filled("{{ paragraph(trade).headline }}", words) == headline
    assert words.document.noticed == ()


def test_a_heading_of_what_has_no_growth_says_the_figure():
    assert (
        filled("{{ paragraph(exports).headline }}", vocabulary(*PUBLISHED, "en"))
        == "Exports exceeded 470 billion yuan"
    )
    assert filled("{{ paragraph(exports).headline }}", vocabulary(*PUBLISHED, "zh")) == "出口总额超过4700亿元"
    assert (
        filled("{{ paragraph(exports.balance).headline }}", vocabulary(*TRADE, "zh")) == "贸易顺差2993.1亿元"
    )
    assert (
        filled("{{ paragraph(exports.balance).headline }}", vocabulary(*TRADE, "en"))
        == "Trade surplus was 299.31 billion yuan"
    )


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (
            "en",
            "A key message takes more than two lines: “In 2024",
        ),
        ("zh", "要点超过两行：“2024年，"),
    ],
)
def test_a_key_message_that_is_too_long_is_told(code, told):
    words = vocabulary(*TRADE, code)

    filled("{{ paragraph([trade, exports, imports, trade.in_month]).brief }}", words)

    (finding,) = words.document.noticed
    assert finding.code == "long-key-message"
    assert language(code).what(finding).startswith(told)


REFUSED = "{{ paragraph([cbec_trade, exports.contribution, exports]) }}"
NOTED = "{% for n in notes %}|{{ n }}{% endfor %}"


@pytest.mark.parametrize(
    ("language", "growth", "contribution"),
    [
        (
            "en",
            "Year-on-year growth of Chongqing’s cross-border e-commerce imports and exports in 2023 is not given: the series "
            "appears to be defined differently from 2023 on, so 2023 cannot be compared with 2022.",
            "The share of Chongqing’s exports in the growth of total imports and exports in 2023 is not given: "
            "the sources used give no figure for 2023.",
        ),
        (
            "zh",
            "因自2023年起口径疑有变化，2023年与2022年不可比，未列2023年重庆市跨境电商进出口额的同比增速。",
            "因所用来源未公布2023年的数值，未列2023年重庆市出口总额对全市货物进出口总额增长的贡献率。",
        ),
    ],
)
def test_what_is_refused_is_explained_once_in_a_note_and_not_in_the_text(language, growth, contribution):
    words = vocabulary(*PUBLISHED, language)

    text, *notes = filled(REFUSED + REFUSED + NOTED, words).split("|")
    again = filled(NOTED, words)

    assert growth not in text
    assert notes[0] == growth
    assert len(notes) == 2
    assert again == ""
    assert words.document.noticed == ()


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "The text leaves out figures that have no number, and nothing says why: "),
        ("zh", "正文略去了没有数值的数据，文中没有说明原因："),
    ],
)
def test_what_no_note_explains_is_told(code, told):
    words = vocabulary(*PUBLISHED, code)

    filled(REFUSED, words)

    (finding,) = words.document.noticed
    assert finding.code == "left-out-unexplained"
    assert language(code).what(finding).startswith(told)
    assert "notes" in language("en").remedy(finding)


def test_notes_that_are_read_before_the_text_explain_nothing():
    words = vocabulary(*PUBLISHED, "zh")

    filled(NOTED + REFUSED, words)

    assert [one.code for one in words.document.noticed] == ["left-out-unexplained"]


def test_of_an_indicator_without_a_level_growth_is_said():
    words = vocabulary("published", "CN-CQ", "2020", "zh")

    said = filled('{{ paragraph(online_retail.of("Physical goods")).unmarked }}', words)

    assert said == "2020年，重庆市实物商品网上零售额比上年增长25.8%。"


@pytest.mark.parametrize(
    ("asked", "en", "zh"),
    [
        ("", "The paragraph names no indicator: write at least one", "段落中没有指标，请写入至少一个"),
        (
            "['Exports', exports]",
            "A paragraph takes indicators, figures and lists of them, and “Exports” is none",
            "段落只能写入指标、数据或其列表，“Exports”不是",
        ),
        ("[exports, tables]", "A paragraph takes indicators", "段落只能写入指标"),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_no_paragraph_is_said_in_one_sentence(asked, en, zh, language):
    with pytest.raises(TemplateError) as error:
        filled(f"{{{{ paragraph({asked}) }}}}", vocabulary(*PUBLISHED, language))

    assert say(error.value.message, language).startswith({"en": en, "zh": zh}[language])


def test_a_paragraph_without_any_number_says_which_has_none():
    words = vocabulary(*PUBLISHED, "en")

    assert (
        filled("{% if paragraph(imports_of_nothing) %}{% endif %}", {**words, "imports_of_nothing": []}) == ""
    )
    with pytest.raises(TemplateError) as error:
        filled("{{ paragraph(market_procurement_exports) }}", words)
    assert error.value.findings[0].code == "no-number"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_in_word_each_number_is_marked_and_in_a_cell_the_text_stands(language, tmp_path):
    words = vocabulary(*PUBLISHED, language)
    asked = '{{ paragraph([exports, exports.of("General trade")]) }}'
    document, book = docx.Document(), openpyxl.Workbook()
    document.add_paragraph(asked)
    document.save(tmp_path / "t.docx")
    book.active["A1"] = asked
    book.save(tmp_path / "t.xlsx")

    in_word = fill_word(tmp_path / "t.docx", words, tmp_path / "o.docx")
    fill_excel(tmp_path / "t.xlsx", vocabulary(*PUBLISHED, language), tmp_path / "o.xlsx")

    said = filled(asked, vocabulary(*PUBLISHED, language))
    written = docx.Document(str(tmp_path / "o.docx")).element.body.iter(qn("w:t"))
    assert "".join(text.text for text in written).replace("\u2060", "").replace("\u00a0", " ") == said
    assert openpyxl.load_workbook(tmp_path / "o.xlsx").active["A1"].value == said
    assert len(in_word.figures) == 3


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "Imports and exports reached 715.42 billion yuan, up 0.4% year on year; for China, the figure was",
        ),
        ("zh", "货物进出口总额达7154.2亿元，比上年增长0.4%；全国达438467.9亿元，增长5.0%。"),
    ],
)
def test_a_text_that_goes_on_says_period_and_area_of_the_pack_no_more(language, said):
    words = vocabulary(*TRADE, language)

    made = filled('{{ paragraph([trade, trade.area("CN")]).brief.continued.unmarked }}', words)

    assert made.startswith(said)
