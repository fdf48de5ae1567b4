"""pack.toml: what it may say, and every mistake in it at once."""

from pathlib import Path

import pytest

from reportgen.build.definition import read_definition
from reportgen.errors import PackError
from reportgen.language import language

SOUND = """
name = "may"
dataset = "data"
ref_area = "CN-CQ"
period = "2022-01--2022-05"
cut_off = 2022-06-15

[[documents]]
template = "brief-{language}.docx"
output = "brief-{language}.docx"

[[documents]]
databook = true
output = "data-{language}.xlsx"

[en]
title = "May brief"
issuer = "Office"
approver = "A. Person"

[zh]
title = "5月简报"
issuer = "办公室"
"""


@pytest.fixture
def pack(tmp_path):
    def write(text: str) -> Path:
        (tmp_path / "pack.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(PackError) as caught:
        read_definition(folder)
    return [finding.place.text for finding in caught.value.findings]


def test_one_definition_serves_both_languages(pack):
    definition = read_definition(pack(SOUND))
    assert definition.languages == ("en", "zh")
    brief, book = definition.documents
    assert definition.output_of(brief, "zh") == "brief-zh.docx"
    assert Path(brief.template_for("en")).name == "brief-en.docx"
    assert book.template is None
    assert definition.texts["en"]["approver"] == "A. Person"


def test_the_file_itself_is_as_good_as_its_folder(pack):
    assert read_definition(pack(SOUND) / "pack.toml").name == "may"


def test_every_mistake_is_found_at_once_with_the_nearest_name(pack):
    broken = (
        SOUND.replace("ref_area", "ref_aera")
        .replace("2022-01--2022-05", "2022 May")
        .replace('title = "5月简报"\n', "")
    )
    folder = pack(broken)
    assert mistakes(folder) == ["ref_aera", "ref_area", "period", "zh.title"]
    with pytest.raises(PackError) as caught:
        read_definition(folder)
    mistyped, missing, *_ = caught.value.findings
    assert missing.cause == ("unknown-key", mistyped.place)
    assert "Did you mean ref_area?" in language("en").remedy(caught.value.findings[0])
    assert "是否应为 ref_area？" in language("zh").remedy(caught.value.findings[0])


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (('output = "brief-{language}.docx"', 'output = "../brief-{language}.docx"'), "documents[1].output"),
        (('output = "brief-{language}.docx"', 'output = "brief.docx"'), "documents[1].output"),
        (("databook = true\n", ""), "documents[2].template"),
        (('name = "may"', 'languages = ["en", "fr"]'), "languages"),
        (('name = "may"', 'name = "a/b"'), "name"),
        (("cut_off = 2022-06-15", 'cut_off = "15.6.2022"'), "cut_off"),
        (('dataset = "data"', "dataset = 3"), "dataset"),
        (('name = "may"', 'lineage = "no"'), "lineage"),
        (('name = "may"', "percent_decimals = 9"), "percent_decimals"),
        (('name = "may"', "tables = 1"), "tables"),
    ],
)
def test_a_wrong_value_is_named(pack, change, key):
    assert key in mistakes(pack(SOUND.replace(*change)))


def test_a_document_is_filled_or_is_the_data_book(pack):
    with pytest.raises(PackError) as caught:
        read_definition(pack(SOUND.replace("databook = true\n", "")))
    assert [finding.key for finding in caught.value.findings] == ["wrong-value/template-or-databook"]


SAID = {
    "unknown-key": (
        ('name = "may"', 'nmae = "may"'),
        "pack.toml: the key nmae is not known. Did you mean name?",
        "pack.toml：未知的键 nmae。是否应为 name？",
    ),
    "missing-key": (
        ('dataset = "data"\n', ""),
        "pack.toml: the key dataset is missing. Add it to pack.toml.",
        "pack.toml：缺少键 dataset。请在 pack.toml 中补上。",
    ),
    "missing-key/list": (
        (SOUND[SOUND.index("[[documents]]") : SOUND.index("[en]")], ""),
        "pack.toml: there is no section [[documents]]. Add at least one to pack.toml.",
        "pack.toml：没有小节 [[documents]]。请在 pack.toml 中至少补上一个。",
    ),
    "wrong-value": (
        ("cut_off = 2022-06-15", 'cut_off = "15.6.2022"'),
        'pack.toml: cut_off is "15.6.2022". Write a date such as 2024-03-31, or latest.',
        'pack.toml：cut_off 的值是 "15.6.2022"。请改写为日期，如 2024-03-31，或 latest（最新）。',
    ),
    "duplicate-output": (
        ('output = "data-{language}.xlsx"', 'output = "data.xlsx"'),
        "pack.toml: two documents would both be written to data.xlsx. Put {language} in the name or choose another.",
        "pack.toml：两个文档都要写入 data.xlsx。请在文件名中加入 {language} 或另取名。",
    ),
}


@pytest.mark.parametrize(("code", "said"), SAID.items())
def test_a_mistake_is_said_in_each_language(pack, code, said):
    change, en, zh = said
    with pytest.raises(PackError) as caught:
        read_definition(pack(SOUND.replace(*change)))
    (finding,) = caught.value.findings
    assert code in (finding.code, finding.key)
    assert (language("en").sentence(finding), language("zh").sentence(finding)) == (en, zh)


@pytest.mark.parametrize(
    ("change", "en"),
    [
        (('name = "may"', "colour = 1"), "Known keys: name, languages, dataset,"),
        (
            ('[zh]\ntitle = "5月简报"\nissuer = "办公室"\n', ""),
            "the section [zh] is missing. Add it with title",
        ),
        (("databook = true\n", ""), "either a template or databook = true. Keep one of the two."),
        (('"brief-{language}.docx"\n\n', '"brief-{language}.pdf"\n\n'), "does not fit its template"),
        (('"data-{language}.xlsx"', '"data-{language}.docx"'), "Give it the suffix of the template."),
        (('name = "may"', 'languages = ["fr"]'), 'languages is ["fr"]. Write ["en", "zh"] or one of them.'),
        (
            ('title = "May brief"', 'title = "Trade {{ pack.period }}"'),
            "en.title: {{ pack.period }} would be printed as it is.",
        ),
        (('issuer = "Office"', 'issuer = ["Office"]'), 'en.issuer is ["Office"]. Write a text in quotes.'),
        (('name = "may"', "tables = 1"), "tables is 1. Write sections such as [tables.progress]."),
    ],
)
def test_a_mistake_says_what_belongs_there(pack, change, en):
    with pytest.raises(PackError) as caught:
        read_definition(pack(SOUND.replace(*change)))
    assert en in language("en").sentence(caught.value.findings[0])


def test_what_is_no_toml_says_its_line(pack):
    with pytest.raises(PackError, match="line 3"):
        read_definition(pack("name = 'a'\n\nperiod = = 3\n"))


def test_what_is_not_there_says_how_to_start(tmp_path):
    with pytest.raises(PackError, match="reportgen init"):
        read_definition(tmp_path / "nothing")


def test_a_place_that_nothing_is_put_into_is_no_name(pack):
    folder = pack(SOUND.replace('"brief-{language}.docx"\n\n', '"brief-{language}-{yaer}.docx"\n\n'))
    with pytest.raises(PackError) as caught:
        read_definition(folder)
    assert "{yaer} would be printed as it is" in language("en").sentence(caught.value.findings[0])


def test_a_date_with_a_time_is_its_day(pack):
    definition = read_definition(pack(SOUND.replace("2022-06-15", "2022-06-15T00:00:00")))
    assert str(definition.cut_off) == "2022-06-15"
