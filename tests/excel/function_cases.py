"""Calls of every function that cached values are vouched for, each with many arguments, and the data they look at."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

DATA = {
    "A": (3, 1.5, -2, 0, 10, 7.25, 1.5, 100, -0.5, 4),
    "B": (5, None, 2, "x", 9, 8, None, -1, 2, 6),
    "C": ("abc", "Hello World", "b", "q", "ABC", "渝北", " a  b ", "12.5", "x1", "a*c"),
    "D": (2, 4, 1, "text", None, 0, 2.5, "7", "z", 9),
    "E": (36526, 44197, 44255, 45351, 45657.75, 45291, 400, 36585, 43890, 40000.5),
    "F": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
    "G": (2, 4, 4, 8, 1, 3, 2, 5, 7, 6),
}
"""Columns of the sheet, from row 1 on."""

_NUMBERS = (
    "0",
    "1",
    "-1",
    "2.5",
    "-2.5",
    "0.5",
    "7",
    "100",
    "-0.45",
    "1.005",
    "A2",
    "B2",
    "D1",
    "1234567.891",
)
_TEXTS = ("C1", "C2", "C3", "C4", "C6", "C7", "A2", '"a b"', "D1", "B2")
_DATES = ("E1", "E2", "E3", "E4", "E5", "E6", "E9", "45000", "45716.5")
_SHOWN = (
    "0",
    "1",
    "-1",
    "1234567.891",
    "0.125",
    "0.5",
    "2.5",
    "-0.45",
    "1.005",
    "2.675",
    "1.115",
    "0.285",
    "8.345",
    "45351",
    "A2",
    "99.95",
    "C1",
)
_COLUMNS = ("A1:A10", "B1:B10", "D1:D10", "A1:A1", "F1:G10", "A1:A5,G1:G3", "C4:C4", "1,2,3.5", "A:A", "F:G")
_LIKE = ('">2"', '"b"', '"ABC"', "2", "A2", '"<=1.5"', '"<>2"', '"a*"', '">0"', "C3")

ONE_NUMBER = "ABS SIGN INT TRUNC SQRT EXP LN LOG10 SIN COS TAN ASIN ACOS ATAN SINH COSH TANH DEGREES RADIANS EVEN ODD FACT NOT"
TWO_NUMBERS = "ROUND ROUNDUP ROUNDDOWN MOD POWER ATAN2 QUOTIENT COMBIN PERMUT TRUNC LOG GCD LCM MROUND CEILING FLOOR DELTA"
MANY = (
    "SUM AVERAGE COUNT COUNTA MAX MIN PRODUCT MEDIAN STDEV STDEV.S STDEVP STDEV.P VAR VAR.S VARP VAR.P SUMSQ GEOMEAN HARMEAN"
    " AVERAGEA MAXA MINA DEVSQ AVEDEV AND OR XOR MODE KURT SKEW"
)
PAIRS = "CORREL SLOPE INTERCEPT RSQ COVAR COVARIANCE.P COVARIANCE.S SUMPRODUCT SUMXMY2 SUMX2MY2 SUMX2PY2 PEARSON STEYX"
ONE_VALUE = "ISNUMBER ISTEXT ISBLANK ISLOGICAL ISERROR ISERR ISNA ISNONTEXT N T"
ONE_TEXT = "LEN UPPER LOWER TRIM PROPER VALUE CODE CLEAN LENB"
TEXT_AND_COUNT = "LEFT RIGHT REPT"
ONE_DATE = "YEAR MONTH DAY HOUR MINUTE SECOND WEEKDAY ISOWEEKNUM WEEKNUM"
TWO_DATES = "DAYS DAYS360 NETWORKDAYS"
FORMATS = (
    "0", "0.0", "0.00", "#,##0", "#,##0.0", "#,##0.00", "0%", "0.0%", "0.00%", "yyyy-mm-dd", "yyyy", "000", "0.000", "yyyy/m/d", "mm", "General",
    "+0.0;-0.0", "0.0;(0.0)", "@", "m", "yyyymm", 'yyyy"年"m"月"', "#", "#.0", "0.0E+00", "dd/mm/yyyy",
)  # fmt: skip


def calls() -> dict[str, list[str]]:
    """The calls of each function; of ``TEXT`` those of each format, ``TEXT 0.0``; operators under ``+`` and the like."""
    made: dict[str, list[str]] = {}
    for name, call in _calls():
        made.setdefault(name, []).append(call)
    return made


def _calls() -> Iterator[tuple[str, str]]:
    for name, one in product(ONE_NUMBER.split(), _NUMBERS):
        yield name, f"{name}({one})"
    for name, one, other in product(
        TWO_NUMBERS.split(), _NUMBERS, ("0", "1", "2", "-1", "3", "0.5", "10", "-3")
    ):
        yield name, f"{name}({one},{other})"
    for name, cells in product(MANY.split(), _COLUMNS):
        yield name, f"{name}({cells})"
    for name, pair in product(
        PAIRS.split(), ("A1:A10,G1:G10", "F1:F10,G1:G10", "A1:A4,F1:F4", "B1:B10,G1:G10")
    ):
        yield name, f"{name}({pair})"
    for name, one in product(ONE_VALUE.split(), (*_TEXTS, "1", "B4", "A1", "D5", "NA()", "1/0")):
        yield name, f"{name}({one})"
    for name, one in product(ONE_TEXT.split(), _TEXTS):
        yield name, f"{name}({one})"
    for name, one, count in product(TEXT_AND_COUNT.split(), _TEXTS, ("0", "1", "3", "2.7")):
        yield name, f"{name}({one},{count})"
    for name, one in product(ONE_DATE.split(), _DATES):
        yield name, f"{name}({one})"
    for one, kind in product(_DATES, ("1", "2", "3")):
        yield "WEEKDAY", f"WEEKDAY({one},{kind})"
    for name, one, other in product(TWO_DATES.split(), _DATES, _DATES):
        yield name, f"{name}({one},{other})"
    for name, one, months in product(("EDATE", "EOMONTH"), _DATES, ("0", "1", "-1", "12", "-13", "1.9")):
        yield name, f"{name}({one},{months})"
    for one, other, unit in product(_DATES, _DATES, ('"y"', '"m"', '"d"')):
        yield "DATEDIF", f"DATEDIF({one},{other},{unit})"
    for year, month, day in product(
        ("2000", "2024", "1999"), ("1", "2", "13", "0", "-1"), ("1", "29", "31", "0", "45")
    ):
        yield "DATE", f"DATE({year},{month},{day})"
    for hour, minute in product(("0", "13", "25"), ("0", "30", "90")):
        yield "TIME", f"TIME({hour},{minute},5)"
    for form in FORMATS:
        quoted = form.replace('"', '""')
        values = _DATES if form[0] in "ymd" else _SHOWN
        yield from ((f"TEXT {form}", f'TEXT({one},"{quoted}")') for one in values)
    for name, cells, rank in product(
        ("LARGE", "SMALL", "PERCENTILE", "PERCENTILE.INC", "QUARTILE", "QUARTILE.INC", "PERCENTILE.EXC"),
        ("A1:A10", "B1:B10", "G1:G10"),
        ("1", "2", "3", "0.5", "0.25", "0", "11"),
    ):
        yield name, f"{name}({cells},{rank})"
    for name, value, order in product(
        ("RANK", "RANK.EQ", "RANK.AVG"), ("G1", "G2", "G4", "G5", "3"), ("0", "1")
    ):
        yield name, f"{name}({value},G$1:G$10,{order})"
    for cells, like in product(("A1:A10", "B1:B10", "C1:C10", "D1:D10"), _LIKE):
        yield "COUNTIF", f"COUNTIF({cells},{like})"
        yield "SUMIF", f"SUMIF({cells},{like},G1:G10)"
        yield "AVERAGEIF", f"AVERAGEIF({cells},{like},G1:G10)"
        yield "COUNTIFS", f'COUNTIFS({cells},{like},F1:F10,">3")'
        yield "SUMIFS", f'SUMIFS(G1:G10,{cells},{like},F1:F10,">3")'
        yield "AVERAGEIFS", f'AVERAGEIFS(G1:G10,{cells},{like},F1:F10,">3")'
        yield "MAXIFS", f"MAXIFS(G1:G10,{cells},{like})"
        yield "MINIFS", f"MINIFS(G1:G10,{cells},{like})"
        if "*" not in like:
            yield "MATCH", f"MATCH({like},{cells},0)"
            yield "XLOOKUP", f"XLOOKUP({like},{cells},G1:G10)"
    for value, column in product(("3", "2", "C1", '"b"', "11", "F4", '"abc"'), ("1", "2")):
        yield "VLOOKUP", f"VLOOKUP({value},F1:G10,{column},FALSE)"
        yield "VLOOKUP", f"VLOOKUP({value},C1:D10,{column},0)"
        yield "HLOOKUP", f"HLOOKUP({value},A1:G10,{column},FALSE)"
    for cells, row, place in product(("A1:G10", "C1:D10"), ("1", "2", "10"), ("1", "2")):
        yield "INDEX", f"INDEX({cells},{row},{place})"
    for row in ("1", "3", "10", "2.7"):
        yield "INDEX", f"INDEX(G1:G10,{row})"
        yield "CHOOSE", f'CHOOSE({row},"a",G1,3)'
    for function, cells in product(
        ("1", "2", "3", "4", "5", "6", "9", "101", "103", "109"), ("A1:A10", "B1:B10", "D1:D10")
    ):
        yield "SUBTOTAL", f"SUBTOTAL({function},{cells})"
        yield "SUBTOTAL", f"SUBTOTAL({function},{cells},G2:G4)"
    for name in ("ROWS", "COLUMNS", "ROW", "COLUMN"):
        yield from (
            (name, f"{name}({cells})")
            for cells in ("A1:A10", "B2:D5", "C3")
            if name.endswith("S") or ":" not in cells
        )
    for name, cells in product(("COUNTBLANK",), ("A1:A10", "B1:B10", "D1:D10", "C1:C10")):
        yield name, f"{name}({cells})"
    for test in (
        "A1>2",
        "A1=3",
        'C1="ABC"',
        "D1",
        "B2",
        "A1<>A2",
        "C1<C2",
        "TRUE",
        "0",
        'B4="X"',
        "B2=0",
        'B2=""',
        "D1=1",
        "C1>5",
        "A2>=1.5",
    ):
        yield "IF", f'IF({test},"yes",G1)'
        yield "IF", f"IF({test},1)"
        yield "IFS", f'IFS({test},"yes",TRUE,"no")'
        yield "comparison", test
    for value, other in product(
        ("A1", "1/0", "NA()", "C1", "A1/A4", "B2", "VLOOKUP(99,F1:G10,2,FALSE)"), ("0", '"-"', "G1")
    ):
        yield "IFERROR", f"IFERROR({value},{other})"
        yield "IFNA", f"IFNA({value},{other})"
    for value in ("A1", "C1", "2", '"b"'):
        yield "SWITCH", f'SWITCH({value},3,"three","ABC","text",2,G1,"other")'
    for text, old in product(_TEXTS, ('"a"', '"b"', '"l"', '" "')):
        yield "SUBSTITUTE", f'SUBSTITUTE({text},{old},"Z")'
        yield "SUBSTITUTE", f'SUBSTITUTE({text},{old},"Z",2)'
        yield "FIND", f"FIND({old},{text})"
        yield "SEARCH", f"SEARCH({old},{text})"
        yield "EXACT", f"EXACT({text},{old})"
        yield "CONCATENATE", f"CONCATENATE({text},{old},1)"
        yield "CONCAT", f"CONCAT({text},{old})"
        yield "&", f"{text}&{old}"
        yield "TEXTJOIN", f'TEXTJOIN("-",TRUE,{text},{old},"end")'
    for text, start, count in product(_TEXTS, ("1", "2", "9"), ("0", "2", "50")):
        yield "MID", f"MID({text},{start},{count})"
        yield "REPLACE", f'REPLACE({text},{start},{count},"Z")'
    for sign, one, other in product("+-*/^", _NUMBERS, _NUMBERS[:-1]):
        yield "arithmetic", f"{one}{sign}{other}"
    for rate, count, value in product(("0.05", "0.01", "0"), ("10", "12", "1"), ("1000", "-500")):
        yield "PMT", f"PMT({rate},{count},{value})"
        yield "PV", f"PV({rate},{count},{value})"
        yield "FV", f"FV({rate},{count},{value})"
        yield "NPER", f"NPER({rate},{value},{count})"
    for rate in ("0.05", "0.1", "0"):
        yield "NPV", f"NPV({rate},G1:G10)"
    yield from (("PI", "PI()"), ("NA", "NA()"), ("TRUE", "TRUE()"), ("FALSE", "FALSE()"))
    for code in ("65", "97", "49", "32"):
        yield "CHAR", f"CHAR({code})"
    for one in _NUMBERS:
        yield "ISEVEN", f"ISEVEN({one})"
        yield "ISODD", f"ISODD({one})"
        yield "%", f"{one}%"
        yield "unary", f"-{one}"
    for one, digits in product(
        ("2.675", "1.115", "0.285", "8.345", "-2.675", "1.255", "0.615", "F7/G6"), ("2", "1")
    ):
        yield "ROUND", f"ROUND({one},{digits})"
    for name, cells in product(("SUMIF", "AVERAGEIF"), ("A1:A10", "D1:D10")):
        yield name, f'{name}({cells},">1")'
