"""Every entry and every value in the language of keys: nothing stands outside ‹ › but what the parameters themselves hold.

Findings of reconciliation and of workbooks are said with the parameters that they are made with, all others with a text for each.
What no test proves of those: that a text among the parameters was written by other people. Who may make words in two languages is
in ``tests/test_doors.py``; what commands print and write of real data, in ``tests/cli/test_language_of_keys.py``.
"""

import re
from datetime import date
from decimal import Decimal

import pytest

from reportgen.findings import Finding, Place, Severity
from reportgen.language import language, languages, register, say, speaker
from reportgen.language.contract import SUBJECTS, Advice, Wording
from reportgen.messages import Bilingual, Message, Multilingual, Reason
from reportgen.names import AreaName, CodeName, FigureName, SeriesName
from reportgen.periods import Period
from reportgen.units import unit_of
from reportgen.values import Amount, FullNumber, Qualifier, RoundStep
from tests.calculations import test_findings_in_words as in_words
from tests.excel import test_findings as in_workbooks
from tests.language import pseudo
from tests.language.escaped import escaped

CODE = pseudo.CODE
DATA = frozenset({"Northern exports", "Chongqing", "CNY", "CN-CQ", "cbec_trade", "north", "tonne"})
"""What the parameters hold that other people wrote."""
SPECS = ("", "and", "or", "sentence", "sentences", "quoted", "quoted or", "short", "when", "length", "one", "code", "name", "indicator", "phrase")  # fmt: skip
LABEL = Bilingual("Northern exports", "北部出口")
AREA = AreaName("CN-CQ", Bilingual("Chongqing", "重庆"))
SERIES = SeriesName("cbec_trade", LABEL, AREA)
AMOUNT = Amount(Decimal("1.5e9"), "CNY", 8, Qualifier.ALMOST)
MESSAGE = Message("living.count-revised", count=2)
VALUES = {
    "nothing": None,
    "text": "Northern exports",
    "number": 1200,
    "decimal": Decimal("1.50"),
    "label": LABEL,
    "label in all languages": Multilingual.of({"en": "three yuan", "zh": "三元", CODE: "‹3› ‹CNY›"}),
    "message": MESSAGE,
    "reason": Reason("living.no-value"),
    "list": ("Northern exports", MESSAGE),
    "month": Period.parse("2024-05"),
    "day": date(2024, 5, 31),
    "area": AREA,
    "series": SERIES,
    "figure": FigureName(SERIES, Period.parse("2024-05"), "growth_yoy"),
    "code": CodeName("breakdown", "north", LABEL),
    "unit": unit_of("CNY"),
    "unit of another": unit_of("tonne"),
    "amount": AMOUNT,
    "amount beside another": Amount(Decimal("1.5e9"), "CNY", 8, beside=Decimal("1e12")),
    "share": Amount(Decimal("3.5"), "percentage_points", -1, Qualifier.GT),
    "full number": FullNumber(Decimal("32210000000"), "CNY"),
    "step": RoundStep(7),
    "place": Place("observations.csv", row=3, column="value"),
    "finding": Finding("unreadable-number", Severity.ERROR, place=Place("observations.csv"), value="x"),
}
TYPED = frozenset({"x"})
"""What stands in the cell that the finding is about."""


@pytest.fixture(autouse=True)
def _language(monkeypatch):
    monkeypatch.setattr(speaker, "_PACKAGES", dict(speaker._PACKAGES))
    monkeypatch.setattr(speaker, "_OPENED", dict(speaker._OPENED))
    register(CODE, pseudo.__name__)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec or "plain")
@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_written_in_keys(name, spec):
    assert escaped(language(CODE).write(VALUES[name], spec), DATA | TYPED) == []


@pytest.mark.parametrize("qualifier", [item for item in Qualifier if item is not Qualifier.EQ])
def test_a_qualifier_is_written_in_keys(qualifier):
    said = language(CODE).write(qualifier, "qualifier")
    assert f"‹{qualifier.value}›" in said
    assert escaped(said) == []


NAMES = r"\S*[/_]\S*|\{\{.*?\}\}|\{%.*?%\}"
"""Ids and paths; what stands in templates."""
LABELS = frozenset(
    {"cbec trade", "gdp", "retail", "exports", "trade", "cars", "SIZE LARGE", "brands", "warehouses", "enterprises", "A break planted for a test."}
)  # fmt: skip
CODES_OF_THE_DATASET = frozenset({"CN", "CN-CQ", "level", "w1"})
"""As its tables write them, also in a sentence for those who keep them."""


@pytest.mark.parametrize("key", in_words.CASES)
def test_findings_of_reconciliation_with_their_own_parameters(key):
    finding, speaks = in_words.finding_of(key), language(CODE)
    said = (speaks.what(finding), speaks.remedy(finding), speaks.place(finding.place))
    assert [escaped(text, LABELS | CODES_OF_THE_DATASET, names=NAMES) for text in said] == [[], [], []]


GIVEN_TO_WORKBOOKS = {
    "not-a-number": {"inf"},
    "not-one-value": {"list"},
    "no-value": {"This figure is not to be had."},
    "sheet-name/twice": {"重庆"},
    "table-heads": {"重庆", "Trade"},
    "table-repeated": {"Trade"},
}


@pytest.mark.parametrize("key", in_workbooks.CASES)
def test_findings_of_workbooks_with_their_own_parameters(key):
    found = next(one for one in in_workbooks.findings_of(in_workbooks.CASES[key][0]) if one.key == key)
    for text in (language(CODE).what(found), language(CODE).remedy(found)):
        assert escaped(text, GIVEN_TO_WORKBOOKS.get(key, ()), names=NAMES) == []


def test_words_of_english_among_parameters_are_found():
    """As they were once given: an amount that was said in English before the language was known."""
    planted = Bilingual(language("en").write(AMOUNT), language("zh").write(AMOUNT))
    assert escaped(say(Message("living.same-in-print", amount=planted), CODE), DATA) == [
        "nearly",
        "billion",
        "yuan",
    ]
    assert escaped(say(Message("living.same-in-print", amount=AMOUNT), CODE), DATA) == []


def parameters_of(*entries) -> dict[str, str]:
    """A text of its own for each name that a wording of an entry has a place for."""
    wordings = []
    for entry in entries:
        parts = (entry.what, entry.remedy) if isinstance(entry, Advice) else (entry,)
        for part in parts:
            wordings += [part.screen, part.in_print] if isinstance(part, Wording) else [part]
    texts = "".join(text for text in wordings if isinstance(text, str))
    return {name: f"§{name}§" for name in re.findall(r"(?<!\{)\{([a-z_][a-z0-9_]*)", texts)}


def in_order(told: dict[str, str]) -> list[str]:
    return [text for _, text in sorted(told.items())]


def entries(table: str) -> list[tuple[str, str]]:
    return [(subject, key) for subject in SUBJECTS for key in getattr(language("en").subject(subject), table)]


def test_every_message_says_its_key_and_what_it_is_about():
    assert len(entries("MESSAGES")) > 1000
    for subject, key in entries("MESSAGES"):
        told = parameters_of(*(language(code).subject(subject).MESSAGES[key] for code in ("en", "zh")))
        said = say(Message(f"{subject}.{key}", **told), CODE)
        assert said == " ".join([f"‹{subject}.{key}›", *in_order(told)])


def test_every_finding_says_its_key_and_what_it_is_about():
    assert len(entries("FINDINGS")) > 300
    for subject, key in entries("FINDINGS"):
        code, _, variant = key.partition("/")
        told = parameters_of(*(language(one).subject(subject).FINDINGS[key] for one in ("en", "zh")))
        what = say(Message(f"findings.{key}", **told), CODE)
        assert what == " ".join([f"‹what {key}›", *in_order(told)])
        told.pop("what", None)  # of a finding this is the whole sentence
        remedy = language(CODE).remedy(Finding(code, Severity.NOTE, variant=variant, **told))
        assert remedy == " ".join([f"‹remedy {key}›", *in_order(told)])


GRAMMAR = {
    "calculations.unlike-periods": "Chinese is a function",
    "ooxml.system-error": "Chinese is a function",
    "figures.panel-name": "a Chinese phrase names its area",
    "commands.surplus": "English has a plural",
    "dataset.also-in-rows": "English has a plural",
    "word.note-head": "English has a plural",
    "calculations.rate-out-of-line": "English has a plural",
    "living.lines-hidden": "English has a plural",
}


def test_both_languages_say_the_same_parameters():
    """A fact for which one of them has no place is told to half of the readers."""
    unlike = {
        f"{subject}.{key}"
        for table in ("MESSAGES", "FINDINGS")
        for subject, key in entries(table)
        if len(
            {
                frozenset(parameters_of(getattr(language(code).subject(subject), table)[key]))
                for code in ("en", "zh")
            }
        )
        > 1
    }
    assert unlike == set(GRAMMAR)


@pytest.mark.parametrize("code", [*languages(), CODE])
def test_a_code_that_nobody_wrote_is_missed(code):
    finding = Finding("no-such-code", Severity.NOTE)
    for ask in (
        lambda: language(code).what(finding),
        lambda: language(code).remedy(finding),
        lambda: say(Message("living.no-such-message"), code),
        lambda: say(Message("findings.no-such-code"), code),
    ):
        with pytest.raises(KeyError):
            ask()
