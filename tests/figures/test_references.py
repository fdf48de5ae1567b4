"""Reference lists after GB/T 7714-2015 and its English counterpart; unknown parts are said, never passed over."""

from pathlib import Path

import pytest

from reportgen.dataset import read
from reportgen.dataset.records import Source
from reportgen.figures.presentation import marks_of
from reportgen.figures.references import gb_t_7714, iso_690, reference, short_name
from reportgen.messages import Bilingual
from reportgen.record import replace
from tests.figures.made import real_data


def source(**parts):
    usual = {
        "source": "s1",
        "title": "出版业信息化迈入快车道",
        "author": "萧钰",
        "publisher": "出版参考",
        "published": "2001-12-19",
        "accessed": "2002-04-15",
        "url": "http://www.creader.com/news/20011219/200112190019.html",
        "language": "zh",
        "kind": "webpage",
    }
    return Source(**(usual | parts))


def test_an_electronic_resource():
    assert gb_t_7714(source()) == (
        "萧钰. 出版业信息化迈入快车道[EB/OL]. 出版参考(2001-12-19)[2002-04-15]. "
        "http://www.creader.com/news/20011219/200112190019.html."
    )
    assert iso_690(source()) == (
        "萧钰. 出版业信息化迈入快车道 [online]. 出版参考, 19 December 2001 [viewed 15 April 2002]. "
        "Available from: http://www.creader.com/news/20011219/200112190019.html"
    )


def test_a_newspaper_article_on_paper():
    made = source(
        title="创造学习的思路",
        author="谢希德",
        publisher="人民日报",
        published="1998-12-25",
        accessed="",
        url="",
        kind="news",
    )

    assert gb_t_7714(made) == "谢希德. 创造学习的思路[N]. 人民日报, 1998-12-25."


@pytest.mark.parametrize(
    ("author", "written"),
    [
        ("Albert Einstein", "EINSTEIN A"),
        ("Amabel Williams-Ellis", "WILLIAMS-ELLIS A"),
        ("Li Jianning", "LI Jianning"),
        ("XINYI LI", "LI Xinyi"),
        ("Xue Tianhang", "XUE Tianhang"),
        ("Ouyang Xiu", "OUYANG Xiu"),
        ("De Morgan, Augustus", "DE MORGAN A"),
        (
            "Evans W. Fordham; Amiad Ali; David A. Turner; John R. Charters",
            "FORDHAM E W, ALI A, TURNER D A, et al",
        ),
        ("American Chemical Society of Chemists", "American Chemical Society of Chemists"),
        ("重庆市商务委员会", "重庆市商务委员会"),
    ],
)
def test_names_are_written_family_name_first(author, written):
    assert gb_t_7714(source(author=author, language="en")).startswith(f"{written}. ")


def test_unknown_parts_are_said_in_the_language_of_the_source():
    english = source(
        title="", author="", publisher="", published="", accessed="", url="", language="en", kind="news",
        label=Bilingual("[Untitled article on e-commerce]", "[关于电子商务的无题文章]"),
    )  # fmt: skip
    chinese = source(author="", publisher="", published="", accessed="", url="", kind="report")

    of_a_paper = replace(english, publisher="CGTN")
    assert gb_t_7714(of_a_paper) == "Anon. [关于电子商务的无题文章][N]. CGTN, [n.d.]."
    assert gb_t_7714(english) == "佚名. [关于电子商务的无题文章][N]. [出版者不详], [日期不详]."
    assert iso_690(english) == "[Anon.] [Untitled article on e-commerce]. [s.n.], [n.d.]."
    untitled = source(
        title="", author="", publisher="", published="", accessed="", url="", kind="news",
        label=Bilingual("[Untitled article on e-commerce]", "[关于电子商务的无题文章]"),
    )  # fmt: skip

    assert gb_t_7714(untitled) == "佚名. [关于电子商务的无题文章][N]. [出版者不详], [日期不详]."
    assert gb_t_7714(chinese) == "佚名. 出版业信息化迈入快车道[R]. [出版地不详]: [出版者不详], [日期不详]."


def test_a_source_line_names_the_publisher_or_else_what_the_source_is():
    data = real_data()

    assert short_name(data.sources["cgtn_xue_tianhang"], data, "en") == "CGTN"
    assert short_name(data.sources["chongqing_three_new"], data, "zh") == "关于重庆外贸“三新”的无题文章"


def test_a_publisher_is_named_in_the_language_of_the_document_and_listed_in_its_own():
    data, _ = read(Path(__file__).parents[2] / "data" / "customs-2024")
    table = data.sources["gacc_by_place_2024_12"]

    assert short_name(table, data, "en") == "General Administration of Customs of China"
    assert short_name(table, data, "zh") == "海关总署"
    assert iso_690(table).startswith("海关总署. 2024年12月")


@pytest.mark.parametrize(
    ("numbers", "text"), [([3], "[3]"), ([1, 3], "[1,3]"), ([1, 2], "[1-2]"), ([1, 3, 4, 5], "[1,3-5]")]
)
def test_several_sources_share_one_pair_of_brackets(numbers, text):
    marks = marks_of(numbers)

    assert "".join(mark.text for mark in marks) == text
    assert marks[0].anchor == f"source_{numbers[0]}"


def test_the_published_sources_are_entered_as_their_language_and_what_they_tell_allow():
    entries = {code: gb_t_7714(item) for code, item in real_data().sources.items()}

    assert entries["ichongqing_2022_forum"].startswith("LI Xinyi. ")
    assert entries["ichongqing_2022_forum"].endswith("[N]. iChongqing, 2022-07-24.")
    assert entries["ichongqing_2022_forum"].startswith(
        "LI Xinyi. Chongqing Cross-border E-commerce Consumption Rank 1st in Western China[重庆跨境电商消费居西部第一][N]. "
    )
    assert (
        entries["chongqing_ecommerce_2020"]
        == "佚名. [关于重庆2020年电子商务发展的无题文章][N]. [出版者不详], [日期不详]."
    )
    assert entries["cgtn_xue_tianhang"].startswith("XUE Tianhang. ")


def test_a_title_in_another_language_is_followed_by_its_translation_in_brackets():
    table = source(translated=Bilingual("Printing goes digital fast", ""))
    assert "出版业信息化迈入快车道 [Printing goes digital fast] [online]. " in iso_690(table)
    assert "[Printing" not in gb_t_7714(table)

    article = source(title="Fast trade", language="en", translated=Bilingual("", "贸易快速发展"))
    assert "Fast trade[贸易快速发展][" in gb_t_7714(article)
    assert "Fast trade [online]. " in iso_690(article)


def test_a_translation_is_for_readers_of_other_languages_alone():
    said_twice = source(translated=Bilingual("Printing goes digital fast", "出版业信息化迈入快车道"))
    assert gb_t_7714(said_twice) == gb_t_7714(source())
    assert iso_690(
        source(title="Fast trade", language="en-GB", translated=Bilingual("Fast trade", ""))
    ) == iso_690(source(title="Fast trade", language="en-GB"))


@pytest.mark.parametrize(("month", "said"), [("01", "January"), ("12", "December")])
def test_the_customs_tables_say_their_month_in_either_language(month, said):
    data, _ = read(Path(__file__).parents[2] / "data" / "customs-2024")
    entry = reference(data.sources[f"gacc_by_place_2024_{month}"], "en", data)
    assert entry == (
        f"海关总署 [General Administration of Customs of China]. 2024年{int(month)}月进出口收发货人所在地总值表（人民币值） "
        f"[Imports and exports by place of consignor or consignee, {said} 2024 (in yuan)]. [n.d.]."
    )


@pytest.mark.parametrize("kind", ["statistical_table", "bulletin", "plan", "report", "standard", "form"])
def test_an_office_is_the_author_of_its_own_works(kind):
    office = "重庆市商务委员会"
    entry = gb_t_7714(Source("s", "规划", "", office, "2021-12", "", "", "zh", kind))
    assert entry.startswith(f"{office}. 规划[")
    assert "佚名" not in entry
    assert entry.count(office) == 1


def test_a_publisher_is_followed_by_its_name_in_the_language_of_the_list():
    paper = source(title="Fast trade", publisher="CGTN", language="en")
    assert "CGTN[中国国际电视台]" in gb_t_7714(paper, publisher_named="中国国际电视台")
    assert gb_t_7714(paper, publisher_named="CGTN") == gb_t_7714(paper)
