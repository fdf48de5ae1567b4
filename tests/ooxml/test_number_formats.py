"""Number formats as Excel, WPS and LibreOffice write them: what each section makes of a number."""

import csv
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.ooxml.number_formats import format_codes, read_format, style_formats

NUMBERS = [
    # code, number, what is shown of it
    ("General", "32.20", "32.2"), ("", "-7", "-7"), ('General"人"', "12.5", "12.5人"), ('G/通用格式"人"', "12.5", "12.5人"),
    ("0", "12.5", "13"), ("#,##0.00", "-1234.5", "-1,234.50"), ("0%", "0.125", "13%"), ("0.0%", "12.5", "1250.0%"),
    ("0.0_%", "12.5", "12.5"), ("0.0_%;-0.0_%", "-12.5", "-12.5"), ("*%0.0", "12.5", "12.5"), ('0.0"%"', "12.5", "12.5%"),
    ("0.0\\%", "12.5", "12.5%"), ("0.0!%", "12.5", "12.5%"), ('"A;B"0.0%', "0.5", "A;B50.0%"), ('0.0"x100%"', "2", "2.0x100%"),
    ("[Red]0.0%", "0.5", "50.0%"), ("0.0;0.0%", "0.5", "0.5"), ("0.0;0.0%", "-0.5", "50.0%"), ("0.0;0.0%", "0", "0.0"),
    ("0.0%;-0.0%;0", "0", "0"), ("+0.0;-0.0;0.0", "3", "+3.0"), ("0.0_);\\(0.0\\)", "-3", "(3.0)"), ("0;;", "-3", ""), (";;;", "3", ""),
    ("0;-0;;@", "0", ""), ("▲0.0;▼0.0", "-3", "▼3.0"), ('"约"0.0"亿元"', "-12.5", "-约12.5亿元"), ('">"0.0;">"-0.0', "-2", ">-2.0"),
    ("[$¥-804]#,##0.00;[Red]-[$¥-804]#,##0.00", "-1234", "-¥1,234.00"), ("[$-804]0.0", "1", "1.0"), ("[$EUR] 0", "1", "EUR 1"),
    ("[>10]0.0%;0.0", "12", "1200.0%"), ("[>10]0.0%;0.0", "2", "2.0"), ('[<-10]"";[<0]-0;0', "-12", ""), ('[<-10]"";[<0]-0;0', "-3", "-3"),
    ("[Blue][>=1000]0.0,;0", "12300", "12.3"), ("#,##0.0,,", "1234500000", "1,234.5"), ('#,##0,"千"', "12345", "12千"),
    ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-12.5", "-12.50"), ('_("$"* #,##0.00_);_("$"* (#,##0.00)', "-2", "$(2.00)"),
    ("@", "2.50", "2.5"), ("0.0", "-0.04", "0.0"),
]  # fmt: skip
NO_PLAIN_NUMBERS = [
    "0.00E+00", "##0.0E+0", "# ?/?", "# ??/??", "[DBNum2][$-804]General", "000-0000", "#\\ ##0.00", "0.0##", "0!.0,", "yyyy-mm-dd", "h:mm",
    '[$-804]yyyy"年"m"月"d"日";@', "[h]:mm:ss", "上午/下午h\"时\"mm\"分\"", "mmss.0", "0.0?",
]  # fmt: skip


@pytest.mark.parametrize(("code", "number", "shown"), NUMBERS)
def test_what_a_format_shows_of_a_number(code, number, shown):
    assert read_format(code).shown(Decimal(number)).strip() == shown


@pytest.mark.parametrize("code", NO_PLAIN_NUMBERS)
def test_dates_exponents_fractions_and_words_are_not_guessed(code):
    assert read_format(code).shown(Decimal(12345)) is None


@pytest.mark.parametrize(
    ("code", "power"),
    [("0", 0), ("#,##0", 0), ("0.0,", 3), ("#,##0.0,,", 6), ("0,.0", 3), ("0!.0,", 4), ("0\\.0,", 4), ("0!.0000", 4), ('0.0,"万"', 3),
     ('0.0",,"', 0), ("0.0_,", 0), ("0.0,_)", 3), ("#,##0.0%", 0)],
)  # fmt: skip
def test_commas_after_the_digits_divide(code, power):
    assert read_format(code).of(Decimal(1)).power == power


@pytest.mark.parametrize(
    ("code", "dates"),
    [("yyyy\\-mm", {"y", "m"}), ('yyyy"年"m"月"', {"y", "m"}), ("yyyy年m月", {"y", "m"}), ("[$-409]mmm\\-yy;@", {"y", "m"}), ("d-mmm", {"d", "m"}),
     ('e"年"', {"e"}), ("h:mm AM/PM", {"h", "m"}), ("[mm]:ss", {"m", "s"}), ('0.0"years"', set()), ("[Red]0.0", set()), ("[Yellow]0", set()),
     ("General", set()), ("0.0E+00", set()), ("[DBNum1]General", set()), ("0_d", set()), ("[$USD] 0", set()), ("\\d0", set())],
)  # fmt: skip
def test_dates_are_told_by_letters_that_are_no_text(code, dates):
    assert set(read_format(code).of(Decimal(1)).dates) == dates


@pytest.mark.parametrize(
    ("code", "loses"),
    [("0;0", True), ("[Red]0;[Red]0", True), ("0;-0", False), ("0;(0)", False), ('0;"−"0', False), ("0", False), ("[<0]0;0", False), ("0;;", True),
     ("0;@", False)],
)  # fmt: skip
def test_a_section_for_negative_numbers_keeps_or_loses_the_sign(code, loses):
    assert read_format(code).loses_sign is loses


_NOISE = st.lists(
    st.sampled_from(['"50%"', '"x;y"', "\\%", "\\;", "_%", "_;", "*%", "*;", "[Red]", "[颜色 3]", "[$%-804]", "[$-F800]", " ", "(", '"0,"', "!%", "元"]),
    max_size=4,
).map("".join)  # fmt: skip
_SECTION = st.tuples(
    _NOISE, st.sampled_from(["0", "0.0", "#,##0.00", "0.0#"]), st.booleans(), st.integers(0, 2), _NOISE
)


@given(st.lists(_SECTION, min_size=1, max_size=3))
def test_percent_sign_and_power_of_every_section_whatever_stands_around(sections):
    code = ";".join(
        f"{before}{digits}{',' * commas}{'%' * percent}{after}"
        for before, digits, percent, commas, after in sections
    )
    shown_by = {"1": 0, "-1": min(1, len(sections) - 1), "0": 2 if len(sections) == 3 else 0}
    for number, at in shown_by.items():
        section, (_, digits, percent, commas, _) = read_format(code).of(Decimal(number)), sections[at]
        assert (section.percent, section.power) == (percent, 3 * commas)
        assert section.least_decimals == digits.partition(".")[2].count("0")
        assert not section.dates


@pytest.mark.office
def test_libreoffice_shows_the_same(tmp_path, soffice):
    numbers = [12345.5, 12.5, 0.5, 0, -0.5, -12.5]
    codes = list(
        dict.fromkeys([code for code, _, _ in NUMBERS if not code.startswith("G/")] + NO_PLAIN_NUMBERS)
    )
    book = openpyxl.Workbook()
    for row, code in enumerate(codes, 1):
        for column, number in enumerate(numbers, 1):
            book.active.cell(row, column, number).number_format = code.replace("!", "\\") or "General"
    for column in "ABCDEF":
        book.active.column_dimensions[column].width = 60
    book.save(tmp_path / "formats.xlsx")
    shown = soffice(tmp_path / "formats.xlsx", to="csv:Text - txt - csv (StarCalc):44,34,76")
    with shown.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    assert len(rows) == len(codes)
    for code, texts in zip(codes, rows, strict=True):
        for number, text in zip(numbers, texts, strict=True):
            said = read_format(code).shown(Decimal(str(number)))
            assert said is None or said.strip() == text.strip(), (code, number)
            if number == 12.5:
                assert read_format(code).of(Decimal("12.5")).percent is ("1250" in text), code


def test_built_in_formats_are_known_by_their_number():
    codes = format_codes(
        *style_formats(
            b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>'
            b'<xf numFmtId="10"/><xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="164"/><xf numFmtId="63"/></cellXfs></styleSheet>'
        )
    )
    assert codes == ["0.00%", "yyyy-mm-dd", "yyyy-mm", "General", "General"]
