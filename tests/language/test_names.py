"""Names of series, figures and codes in sentences."""

from reportgen.language import say
from reportgen.language.speaker import language
from reportgen.messages import Bilingual
from reportgen.names import AreaName, CodeName, FigureName, SeriesName
from reportgen.periods import Period

CHONGQING = AreaName("CN-CQ", Bilingual("Chongqing", "重庆市"))
EXPORTS = Bilingual("Exports", "出口总额")
CARS = Bilingual("Passenger cars", "乘用车")


def written(value, code, spec="", in_print=False):
    return language(code).write(value, spec, in_print=in_print)


def test_a_series_is_named_by_indicator_parts_and_area():
    name = SeriesName("exports", EXPORTS, CHONGQING, CARS)
    assert written(name, "en") == "Exports (Passenger cars), Chongqing"
    assert written(name, "zh") == "重庆市出口总额（乘用车）"


def test_a_city_keeps_its_character_before_a_market():
    market, exports = (
        Bilingual("Market procurement exports", "市场采购出口额"),
        Bilingual("Exports", "出口额"),
    )
    assert written(SeriesName("market", market, CHONGQING), "zh", "phrase") == "重庆市市场采购出口额"
    assert written(SeriesName("exports", exports, CHONGQING), "zh", "phrase") == "重庆市出口额"


def test_a_series_is_marked_off_within_a_sentence():
    name = SeriesName("exports", EXPORTS, CHONGQING, CARS)
    assert written(name, "en", "quoted") == "“Exports, Passenger cars, Chongqing”"
    assert written(name, "zh", "quoted") == "重庆市“出口总额（乘用车）”"


def test_a_figure_is_named_with_its_period_and_kind():
    name = FigureName(SeriesName("exports", EXPORTS, CHONGQING), Period.parse("2021"), "growth_yoy")
    assert written(name, "en") == "Exports, Chongqing, 2021, year-on-year growth"
    assert written(name, "zh") == "2021年重庆市出口总额同比增速"


def test_a_code_is_written_on_screens_and_its_label_in_print():
    name = CodeName("scope", "MUNICIPAL_LEVEL", Bilingual("Municipal level", "市级"))
    assert written(name, "en") == written(name, "zh") == "MUNICIPAL_LEVEL"
    assert written(name, "en", in_print=True) == "“Municipal level”"
    assert written(name, "zh", in_print=True) == "“市级”"
    assert written(CodeName("scope", "WIDE"), "en", in_print=True) == "WIDE"
    assert say(name.label, "zh") == "市级"


def test_official_chinese_prose_calls_the_nation_so_whatever_its_code():
    germany = AreaName("DE", Bilingual("Germany", "德国"), is_nation=True)
    assert [language(code).subject("labels").area(germany) for code in ("zh", "en")] == ["全国", "Germany"]
