"""Sentences, tables, charts, appendix and errors in a language of keys: no letter stands outside ‹ › but data."""

import pytest

from reportgen.content import Chart, Table
from reportgen.errors import ReportgenError
from reportgen.figures.documents import check_definitions
from reportgen.figures.fields import fields
from reportgen.figures.sentences import basis_note, sentence
from reportgen.figures.table_columns import columns
from reportgen.language import language, register, say, speaker
from tests.figures.made import real_data, vocabulary
from tests.language import pseudo
from tests.language.escaped import escaped, texts_of_the_data

CODE = pseudo.CODE
TABLES = {
    "all": {"title": "§", "rows": ["cbec_trade", {"indicator": "exports", "indent": 1}], "columns": []},
    "targets": {"title": "§", "kind": "targets"},
}
CHARTS = {
    "line": {
        "title": "§",
        "kind": "line",
        "periods": ["2019", "2020", "2021", "2023"],
        "series": ["cbec_trade"],
    },
    "gap": {"title": "§", "targets": ["cbec_trade_2025"]},
}


@pytest.fixture(autouse=True)
def _language(monkeypatch):
    monkeypatch.setattr(speaker, "_PACKAGES", dict(speaker._PACKAGES))
    monkeypatch.setattr(speaker, "_OPENED", dict(speaker._OPENED))
    register(CODE, pseudo.__name__)


KEYS = r"\S*[\w\]]\.\w\S*|\.\w+"
"""Keys of a definition (``tables.all.rows[1]``), names of files, steps of an expression."""


def left_of(texts, data, also=()):
    """What of the texts stands outside ‹ › though it is no data; addresses and letters of formulas apart."""
    given = {*texts_of_the_data(data), *also}
    addresses = r"https?://\S+|(?:^|; )[a-f](?=: |; )"
    rests = {text: escaped(text, given, syntax=addresses, names=KEYS) for text in texts}
    return {text: rest for text, rest in rests.items() if rest}


def texts_of(shown):
    """All that a table or a chart says."""
    if isinstance(shown, Table):
        yield from (shown.title, shown.unit, str(shown.source), shown.alt_text)
        yield from (text for column in shown.columns for text in (column.head, column.unit))
        yield from (str(cell.content) for row in shown.rows for cell in row.cells)
    if isinstance(shown, Chart):
        yield from (shown.title, shown.value_axis, shown.secondary_axis, shown.alt_text, *shown.categories)
        yield from (text for series in shown.series for text in (series.name, *series.labels))
    yield from map(str, shown.notes)


def test_sentences_reasons_and_notes():
    words = vocabulary(real_data(), CODE, "2023")
    page = words.document
    figures = page.catalogue.all()
    said = [str(sentence(page, figure)) for figure in figures]
    said += [page.reason(figure) for figure in figures] + [
        page.sentence_of(figure.note) for figure in figures
    ]
    said += [
        str(basis_note(page, target)) for target in page.dataset.targets.values() if basis_note(page, target)
    ]

    assert len(set(said)) > 200
    assert left_of(said, page.dataset) == {}


def test_tables_charts_and_appendix():
    tables = {"all": {**TABLES["all"], "columns": list(columns())}, "targets": TABLES["targets"]}
    words = vocabulary(real_data(), CODE, "2021", tables, CHARTS)
    for name in ("all", "targets"):
        words["tables"][name].content()
    shown = [words["tables"][name].content() for name in ("all", "targets", "sources", "figures", "findings")]
    shown += [words["charts"][name].content() for name in CHARTS]
    known = (*words.document.catalogue.all(), *words.document.figures.values())
    formulas = {str(figure.formula) for figure in known if figure.formula}

    assert (
        left_of([text for item in shown for text in texts_of(item)], words.document.dataset, formulas) == {}
    )


@pytest.mark.parametrize("name", ["cbec_trade", "trade"])
def test_what_templates_may_ask(name):
    words = vocabulary(real_data(), CODE, "2021")
    rows = {row.name: row.value for row in fields(words) if row.name.startswith(name)}
    plain = {"direction", "state", "formula", "available"}
    said = [text for step, text in rows.items() if step.rpartition(".")[2] not in plain]

    assert said
    assert left_of(said, words.document.dataset) == {}
    assert all(
        row.description.startswith("‹") for row in fields(words) if "." in row.name and row.description
    )


BROKEN = {
    "keys": {"title": "§", "rows": ["cbec_trade"], "colunms": [], "unit": "§", "auto_notes": "§", "periods": "§"},
    "rows": {"title": "§", "kind": "§", "rows": "§"},
    "none": {"title": {"en": "§"}, "kind": "series"},
    "columns": {"title": 1, "rows": [{"indicator": "§", "area": "§"}, {"indicator": "cbec_trade", "area": "§"}],
                "columns": ["§", {}, {"head": "§", "value": ".§"}, {"head": "§", "value": ".yoyo"}]},
    "targets": {"title": "§", "targets": ["§"]},
}  # fmt: skip


KEYS_OF_TABLES = "title kind rows columns targets periods value unit notes auto_notes head source group_by subtotals tables charts xx periods[1] periods"
UNITS_TO_TYPE = (
    "trillion, billion, hundred million, million, ten thousand, thousand, 万亿, 十亿, 亿, 百万, 万, 千"
)
CHOICES = frozenset(
    [*columns(), *KEYS_OF_TABLES.split(), "indicators, targets, series", "yoyo", "colunms", "yoy_reported", "yoy_computed", UNITS_TO_TYPE]
)  # fmt: skip
"""What a definition may say, in any language, and what the broken ones say."""


def test_mistakes_in_definitions():
    charts = {
        "none": {"title": "§"},
        "gap": {"title": "§", "targets": []},
        "empty": {**CHARTS["line"], "periods": ["1999"]},
    }
    words = vocabulary(real_data(), CODE, "2021", BROKEN, charts)
    findings = check_definitions(words)
    said = [
        text
        for finding in findings
        for text in (language(CODE).what(finding), language(CODE).remedy(finding))
    ]
    said += [language(CODE).place(finding.place) for finding in findings]

    assert len({finding.key for finding in findings}) > 10
    assert all(text.startswith("‹") for text in said)
    assert left_of(said, words.document.dataset, CHOICES | set(words.document.dataset.indicators)) == {}


def test_errors_of_templates():
    words = vocabulary(real_data(), CODE, "2021")
    term = words["cbec_trade"]
    for ask in (
        lambda: term.area("§"),
        lambda: term.of("§"),
        lambda: term.at("§"),
        lambda: term.target("§"),
        lambda: term.in_unit("§"),
        lambda: str(term.at("1999")),
        lambda: term.at("1999").single_month.content(),
    ):
        with pytest.raises(ReportgenError) as raised:
            ask()
        said = say(raised.value.message, CODE)
        assert said.startswith("‹")
        assert (
            left_of([said], words.document.dataset, {UNITS_TO_TYPE, *words.document.dataset.indicators}) == {}
        )
