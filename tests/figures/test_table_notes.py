"""The notes of tables and target charts: on what targets are measured, why rows stay open, what a definition writes itself."""

import tomllib

import pytest

from reportgen.figures.documents import check_definitions
from reportgen.language import language
from reportgen.language.below_tables import lines_below
from tests.builders import dataset
from tests.figures.made import replace_targets, vocabulary


def table(toml, data, language="en", period="2021"):
    words = vocabulary(data, language, period, tables={"t": tomllib.loads(toml)})
    return words["tables"].t.content()


def texts(made):
    return [[str(cell.shown) for cell in row.cells] for row in made.rows]


SET_ASIDE = "cbec_trade CN-CQ 2021=32.21e9 2023=almost20e9 2023:break 2025:target:2021=>70e9"
TARGETS = {"kind": "targets", "title": "T", "columns": ["target", "value", "completion"]}
GAP = {"kind": "target_gap", "title": "T", "targets": ["cbec_trade_2025"]}


def basis_notes(content):
    return [note for note in content.notes if str(note).startswith("Measured on the figure for 2021")]


def test_on_what_a_target_is_measured_is_said_once_in_a_document_where_it_comes_first():
    for first, second in (("tables", "charts"), ("charts", "tables")):
        words = vocabulary(SET_ASIDE, "en", "2023", {"t": TARGETS}, {"t": GAP})
        shown = {
            "tables": lambda words=words: words["tables"].t,
            "charts": lambda words=words: words["charts"].t,
        }

        assert len(basis_notes(shown[first]().content())) == 1
        assert basis_notes(shown[second]().content()) == []
        assert len(basis_notes(shown[first]().content())) == 1  # asked again, the first place keeps it


def test_the_table_says_of_a_target_without_a_base_that_it_lacks_one():
    made = table('targets = ["gdp_2025"]', "gdp CN-CQ 2021=683.42e8 2025:target=>=730e8")
    assert any("names no base" in str(note) for note in made.notes)
    assert not any("No published figure" in str(note) for note in made.notes)


@pytest.mark.parametrize(
    ("language", "in_table", "in_chart"),
    [
        (
            "en",
            "No published figure can be measured against the target.",
            "cbec trade: no published figure can be measured against the target.",
        ),
        ("zh", "尚无可与该目标对照的公布数据。", "跨境电商进出口：尚无可与该目标对照的公布数据。"),
    ],
)
@pytest.mark.parametrize("first", ["tables", "charts"])
def test_that_nothing_can_be_measured_is_said_wherever_a_number_lacks(first, language, in_table, in_chart):
    plan = "cbec_trade CN-CQ 2025:target=>70e9"
    words = vocabulary(plan, language, "2023", {"t": TARGETS}, {"t": GAP})
    words[first].t.content()
    made, chart = words["tables"].t.content(), words["charts"].t.content()

    assert (str(made.notes[0]), made.rows[0].cells[0].marks) == (in_table, ("①",))
    assert [str(note) for note in chart.notes] == [in_chart]


THIRTEEN_MONTHS = "cbec_trade CN-CQ 2022-12--2023-12=1.25e9 2025:target=>20e9"
LONG = "The figure for December 2022 – December 2023, 1.25 billion yuan, was not used, because"
SHORT = "o published figure can be measured against the target."


@pytest.mark.parametrize(("first", "lead"), [("charts", "N"), ("tables", "cbec trade: n")])
def test_what_is_set_aside_is_told_in_the_first_place_and_in_short_where_it_leaves_another_open(first, lead):
    words = vocabulary(THIRTEEN_MONTHS, "en", "2023", {"t": TARGETS}, {"t": GAP})
    shown = {name: words[name].t.content() for name in (first, "charts", "tables")}
    [other] = set(shown) - {first}

    assert str(shown[first].notes[0]).startswith(LONG)
    assert str(shown[other].notes[0]) == f"{lead}{SHORT}"
    assert shown["tables"].rows[0].cells[0].marks == ("①",)


def test_a_table_of_targets_alone_leaves_nothing_open_and_says_nothing_again():
    only = {"kind": "targets", "title": "T", "columns": ["target"]}
    words = vocabulary(THIRTEEN_MONTHS, "en", "2023", {"t": only}, {"t": GAP})
    words["charts"].t.content()
    assert [str(note) for note in words["tables"].t.content().notes] == ["“>” means more than."]


@pytest.mark.parametrize("first", ["tables", "charts"])
def test_what_the_text_says_itself_nothing_before_it_repeats(first):
    words = vocabulary(SET_ASIDE, "en", "2023", {"t": TARGETS}, {"t": GAP})
    words.look_through(lambda name: name == "测算说明")
    waiting = words[first].t.content()

    assert len(basis_notes(waiting.fill())) == 1
    assert str(words["cbec_trade"].target.basis_note.content()).startswith("Measured on the figure for 2021")
    assert basis_notes(waiting.fill()) == []


def test_a_definition_can_do_without_the_automatic_notes():
    own = {"notes": ["Own."], "auto_notes": False}
    words = vocabulary(SET_ASIDE, "en", "2023", {"t": {**TARGETS, **own}}, {"t": {**GAP, **own}})

    assert [str(note) for note in words["tables"].t.content().notes] == ["Own."]
    assert [str(note) for note in words["charts"].t.content().notes] == ["Own."]


def test_automatic_notes_are_wanted_or_not_and_nothing_else():
    words = vocabulary(SET_ASIDE, "en", "2023", {"t": {**TARGETS, "auto_notes": "no"}})

    assert [language("en").what(finding) for finding in check_definitions(words)] == [
        'tables.t.auto_notes is "no".'
    ]


@pytest.mark.parametrize("automatic", [True, False])
def test_a_table_of_which_nothing_is_known_says_for_each_row_why(automatic):
    rows = {"periods": ["2010"], "kind": "series", "rows": ["cbec_trade", "exports"], "auto_notes": automatic}
    words = vocabulary("cbec_trade CN-CQ 2021=1.0e9\nexports CN-CQ 2021=2.0e9", "en", "2021", {"t": rows})
    made = words["tables"].t.content()

    assert str(made.notes[0]) == "The sources used give no figure for 2010."
    assert [row.cells[0].marks for row in made.rows] == [("①",), ("①",)]
    assert made.note_marks == ("①",)


def test_a_single_note_of_a_row_has_its_mark_and_a_star_is_no_mark():
    """What a definition writes itself is counted, whatever it begins with."""
    [line] = lines_below(["Inferred."], "", "en", marks=("①",))
    assert f"{line.head}{line.content}" == "Note: ① Inferred."
    lines = lines_below(["* p < 0.05", "Second."], "", "en")
    assert [f"{line.head}{line.content}" for line in lines] == ["Notes: 1. * p < 0.05", "2. Second."]
    lines = lines_below(["Inferred.", "* p < 0.05"], "", "zh", marks=("①",))
    assert [f"{line.head}{line.content}" for line in lines] == ["注：① Inferred.", "* p < 0.05"]


def test_milestones_stand_in_the_table_of_targets_with_their_own_period_and_status():
    plan = "exports CN-CQ 2020=100e8 2023=150.5e8 2023:target=>=150e8 2025:target:2020=>=200e8"
    made = table(
        'kind = "targets"\ntitle = "T"\ncolumns = ["period", "value", "path", "status"]', plan, period="2023"
    )
    assert texts(made) == [
        ["exports (2023)①", "2023", "15.05", "—", "√ achieved"],
        ["exports (2025)", "2023", "15.05", "15.00", "▲ on track"],
    ]


def test_the_table_says_of_a_target_that_it_was_issued_after_all_there_is_of_its_series():
    data = dataset("cbec_trade CN-CQ 2021=32.21e9 2025:target:2021=>70e9")
    made = table('targets = ["cbec_trade_2025"]', replace_targets(data, issued="2023-06-01", replaces="old"))
    assert any("holds from 1 June 2023 on" in str(note) for note in made.notes)


OPEN = "exports CN-CQ 2021=30e9\nimports CN-CQ 2021=20e9\nexports CN-CQ 2020=20e9"


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "Rank is left out: none of the sources used states a rank for 2021."),
        ("zh", "未列位次：所用来源均未公布2021年的位次。"),
    ],
)
def test_a_column_in_which_no_row_has_a_number_is_left_out_and_a_note_says_so(language, note):
    toml = 'rows = ["exports", "imports"]\ncolumns = ["level", "rank"]'
    made = table(toml, OPEN, language)
    assert [column.key for column in made.columns] == ["label", "level"]
    assert note in [str(one) for one in made.notes]


@pytest.mark.parametrize(
    ("language", "note"),
    [("en", "Responsible department: not stated in the sources."), ("zh", "责任部门：来源均未注明。")],
)
def test_a_column_in_which_nothing_is_stated_is_left_out_too(language, note):
    plan = "exports CN-CQ 2020=100e8 2023=150e8 2023:target=>=150e8 2025:target:2020=>=200e8"
    toml = 'kind = "targets"\ncolumns = ["target", "department"]'
    made = table(toml, replace_targets(dataset(plan), department="", department_zh=""), language, "2023")
    assert [column.key for column in made.columns] == ["label", "target"]
    assert note in [str(one) for one in made.notes]
    columns = table(toml, plan, language, "2023").columns
    assert [column.key for column in columns] == ["label", "target", "department"]


def test_one_reason_of_all_rows_is_said_once_without_marks():
    toml = 'rows = ["exports", "imports"]\ncolumns = ["level", "contribution"]'
    lines = "trade CN-CQ 2020=100e9 2021=100.2e9\nexports CN-CQ 2020=60e9 2021=60.1e9\nimports CN-CQ 2020=40e9 2021=40.1e9"
    made = table(toml, lines)
    assert "contribution" not in [column.key for column in made.columns]
    assert not made.note_marks
    assert not any(cell.marks for row in made.rows for cell in row.cells)


def test_a_column_that_is_asked_for_stays_and_templates_that_lay_out_rows_have_every_column():
    toml = 'rows = ["exports", "imports"]\ncolumns = ["level", {value = ".rank", head = "Rank", key = "place", always = true}]'
    assert [column.key for column in table(toml, OPEN).columns] == ["label", "level", "place"]
    words = vocabulary(OPEN, "en", "2021", tables={"t": tomllib.loads(toml.replace(", always = true", ""))})
    assert [str(row.place) for row in words["tables"].t.rows] == ["…", "…"]
    assert [column.key for column in words["tables"].t.content().columns] == ["label", "level"]


def test_a_single_row_keeps_its_columns():
    made = table('rows = ["imports"]\ncolumns = ["level", "rank"]', OPEN)
    assert [column.key for column in made.columns] == ["label", "level", "rank"]


def test_a_note_has_before_it_the_mark_of_its_rows_or_its_number():
    """As a template that lays a table out itself asks for it: {{ n.mark }}{{ n }}."""
    marked = vocabulary(SET_ASIDE, "en", "2023", {"t": TARGETS})["tables"].t.notes
    assert [note.mark for note in marked] == ["① ", *[""] * (len(marked) - 1)]
    assert str(marked[0]).startswith("Measured on the figure for 2021")
    toml = 'title = "T"\nrows = ["gdp"]\ncolumns = ["level"]\nnotes = %s'
    for notes, code, marks in (
        ('["One.", "Two."]', "en", ["1. ", "2. "]),
        ('["一。", "二。"]', "zh", ["1．", "2．"]),
        ('["One."]', "en", [""]),
    ):
        words = vocabulary("gdp CN-CQ 2021=683.42e8", code, "2021", {"t": tomllib.loads(toml % notes)})
        assert [note.mark for note in words["tables"].t.notes] == marks
