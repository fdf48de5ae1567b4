"""Slips of TOML in pack.toml are named in the words of who typed them, with their line; nothing of Python's is said."""

import pytest

from reportgen.build.toml_files import TomlError, parse_toml
from reportgen.language import say
from reportgen.messages import Message

SLIPS = {
    "curly quotes": ("title = “A”", 3, "the sign “ is full-width or curly: outside of texts type \"", "请用半角的 \""),
    "single curly quotes": ("title = ‘A’", 3, "the sign ‘ is full-width", "符号 ‘ 是"),
    "full-width equals": ('title ＝ "A"', 3, "the sign ＝ is full-width or curly: outside of texts type =", "半角的 ="),
    "full-width comma": ('languages = ["en"，"zh"]', 3, "the sign ， is full-width", "半角的 ,"),
    "enumeration comma": ('languages = ["en"、"zh"]', 3, "the sign 、", "符号 、"),
    "Chinese brackets": ('languages = 【"en"】', 3, "the sign 【 is full-width", "半角的 ["),
    "wide space": ('title\u3000= "A"', 3, "a wide or no-break space", "全角空格"),
    "no-break space": ('title\u00a0= "A"', 3, "a wide or no-break space", "不换行空格"),
    "backslash": ('dataset = "C:\\Users\\data"', 3, "write folders with “/”", "文件夹请用“/”分隔"),
    "backslash at the end": ('dataset = "C:\\data\\"', 3, "a “\\” in double quotation marks", "双引号内的“\\”"),
    "open quotation mark": ('title = "A', 3, "a quotation mark is missing", "缺少一个引号"),
    "no quotation marks": ("title = Foreign trade", 3, 'needs quotation marks: "Foreign trade"', "应加引号"),
    "no equals sign": ('title "A"', 3, "“=” is missing after title", "title之后缺少“=”"),
    "a colon": ('title: "A"', 3, "after title comes “=”, not “:”", "title之后应为“=”"),
    "a full-width colon": ('title："A"', 3, "after title comes “=”", "title之后应为“=”"),
    "no value": ("title =", 3, "there is no value after “=”", "“=”之后没有值"),
    "a key twice": ('name = "b"', 3, "name was given already in line 1", "name在第1行已经写过"),
    "a section twice": ("[en]\nx = 1\n[en]", 5, "the section [en] was begun already in line 3", "小节[en]在第3行已经开始"),
    "one bracket": ("[[documents]]\na = 1\n[documents]", 5, "in line 5 it has one", "第5行只用了一个"),
    "comma in a list": ('languages = ["en" "zh"]', 3, "a comma is missing between two values", "缺少逗号"),
    "comma in a list of several lines": ('rows = [\n  "a",\n  "b"\n  "c",\n]', 6, "a comma is missing", "缺少逗号"),
    "comma in a table": ('title = { en = "A" zh = "B" }', 3, "a comma is missing", "缺少逗号"),
    "open bracket": ('languages = ["en", "zh"\ncut_off = "latest"', 3, "a bracket that opens is not closed", "括号没有闭合"),
    "open bracket at the end": ('languages = ["en", "zh"', 3, "a bracket that opens is not closed", "括号没有闭合"),
    "a capital": ("lineage = True", 3, "“True” should be true or false", "应写作小写的true或false"),
    "nothing": ("period = None", 3, "leave the key out", "请删去该键"),
    "leading zero": ("percent_decimals = 01", 3, "the number 01 begins with 0", "以0开头"),
    "a day that is none": ("cut_off = 2024-02-31", 3, "there is no day 2024-02-31", "没有 2024-02-31 这一天"),
    "a day in another form": ("cut_off = 2024-3-1", 3, "a date is written 2024-03-01, not 2024-3-1", "写成 2024-03-01"),
    "a quote is missing, with wide signs": ('title = "出口、进口', 3, "a quotation mark is missing", "缺少一个引号"),
    "ended by a wide quote": ('title = "出口、进口”', 3, "the sign ” is full-width or curly", "”"),
    "semicolon": ('title = "A";', 3, "“;” after the value is too much", "值之后多出“;”"),
    "a remark of another kind": ('title = "A" // mine', 3, "a remark begins with “#”", "备注以“#”开头"),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_named_with_its_line(slip):
    written, row, *said = SLIPS[slip]
    with pytest.raises(TomlError) as caught:
        parse_toml(f'name = "a"\nplain = "b"  # “quoted” ＝ remark\n{written}\n')
    told = [say(Message("pack.not-toml", file="pack.toml", line=caught.value.row, slip=caught.value.slip), code)
            for code in ("en", "zh")]  # fmt: skip
    assert caught.value.row == row
    assert said[0] in told[0]
    assert said[1] in told[1]
    assert f"line {row}" in told[0]
    assert not any(
        word in text for text in told for word in ("column", "Expected", "Invalid", "Illegal", "\\n")
    )


@pytest.mark.parametrize(
    "written",
    ['title = "他说“好”，＝"', "title = 'C:\\data'", '"key" = ["a", "b"]  # “”', 'a = """x\n“\n"""'],
)
def test_what_is_sound_stays_so(written):
    assert parse_toml(written)
