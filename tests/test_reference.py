"""The reference knows all that the code knows, in every language."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen import reference as module
from reportgen.build import definition_rules as definition
from reportgen.dataset.tables import TABLES, WORDS
from reportgen.figures.table_columns import columns
from reportgen.figures.terms.allowed_names import Named
from reportgen.intake.recipe_keys import LISTS, SECTIONS
from reportgen.reference import TOPICS, help_sections, reference_text
from reportgen.toml_keys import TEXT
from reportgen.word.functions import filters, functions
from tests.commands import run

ROOT = Path(__file__).parents[1]
EACH = pytest.mark.parametrize("code", ["en", "zh"])


def names(topic, code, section):
    found = next(item for item in help_sections(topic, code) if item.name == section)
    return {entry.name for entry in found.entries}


@EACH
@pytest.mark.parametrize("topic", TOPICS)
def test_every_entry_has_words(topic, code):
    sections = help_sections(topic, code)  # a KeyError names what a language has no words for
    assert all(section.about and section.entries for section in sections)
    assert [entry for section in sections for entry in section.entries if not entry.says] == []


@EACH
def test_every_column_and_its_values(code):
    for table, form in TABLES.items():
        assert names("data", code, table) == set(form.columns)
    told = {
        (section.name, entry.name): entry.values
        for section in help_sections("data", code)
        for entry in section.entries
    }
    assert all(told[place] == words for place, words in WORDS.items())


@EACH
def test_every_key_of_pack_toml(code):
    assert names("pack", code, "pack-keys") == {*definition.keys(), *definition.OPTIONS}
    assert names("pack", code, "document") == set(definition.document_keys())
    assert names("pack", code, "limits") == set(definition.LIMITS)


@EACH
def test_every_name_in_a_template_and_inside_rows(code):
    told = {
        (section.name, entry.name) for section in help_sections("template", code) for entry in section.entries
    }
    waiting = [Named]
    while waiting:
        term = waiting.pop()
        waiting += term.__subclasses__()
        if term.__module__.startswith("reportgen."):
            assert set(term.all_names()) <= told, term
    assert names("template", code, "columns-of-rows") == set(columns())
    called = {name for entry in next(s for s in help_sections("template", code) if s.name == "functions").entries
              for name in (entry.name, *entry.others)}  # fmt: skip
    assert {*functions(), *filters()} <= called


@EACH
def test_every_key_of_a_recipe(code):
    for section, keys in {**SECTIONS, **LISTS}.items():
        assert names("recipe", code, section) == (set(keys) or {"*"})


def test_a_language_says_nothing_of_what_is_not_there():
    from reportgen.language import language

    for code in ("en", "zh"):
        words = language(code).subject("reference")
        spare = set(words.COLUMNS)
        for table, form in TABLES.items():
            spare -= {key for column in form.columns for key in (f"{table}.{column}", column)}
        assert spare == set(), code
        pack = {key for section in help_sections("pack", code) for entry in section.entries
                for key in (f"{section.name}.{entry.name}", entry.name)}  # fmt: skip
        assert set(words.PACK) - pack == set(), code


def test_a_new_key_without_words_fails(monkeypatch):
    monkeypatch.setattr(module, "OPTIONS", {**module.OPTIONS, "brand_new": TEXT})
    with pytest.raises(KeyError, match="brand_new"):
        help_sections("pack", "en")


@EACH
@pytest.mark.parametrize("topic", TOPICS)
def test_the_command_prints_it(topic, code):
    done = run("help", topic, language=code)
    assert done.exit_code == 0, done.output
    assert done.output.strip() == reference_text(topic, code).strip()


def test_what_it_looks_like():
    data = reference_text("data", "en")
    assert "- `obs_id` a name for the number, for citations and targets; may be empty" in data
    assert (
        "- `measure` (required) what kind of number it is; one of level growth_yoy difference_pp share multiple rank"
        in data
    )
    template = reference_text("template", "zh")
    assert "`yoy` `同比`" in template
    pack = reference_text("pack", "zh")
    assert "`marks` 文档中如何标记数值；可填：bookmarks controls none" in pack


def test_fields_list_what_stands_inside_rows_by_key():
    done = run("fields", ROOT / "examples" / "plan-2025", "--json")
    rows = [row for row in json.loads(done.output) if row["inside"] == "{% for r in tables.progress.rows %}"]
    by_name = {row["name"]: row for row in rows}
    assert {"r.label", "r.value", "r.completion", "r.cells", "r.role"} <= by_name.keys()
    assert by_name["r.completion"]["name_zh"] == "r.完成率"
    assert by_name["r.completion"]["value"]
    sources = [row["name"] for row in json.loads(done.output) if row["inside"] == "{% for x in sources %}"]
    assert sources == ["x.number", "x.reference", "x.title", "x.publisher", "x.url"]
    said = run("fields", ROOT / "examples" / "plan-2025").output
    assert "\n{% for r in tables.progress.rows %}\n{{ r.label }}" in said


@pytest.mark.parametrize("first", ["paragraph", "table", "series_list"])
def test_the_reference_does_not_ask_what_was_imported_first(first):
    program = (
        f"import reportgen.figures.terms.{first}\n"
        "from reportgen.reference import reference_text\n"
        "import sys; sys.stdout.buffer.write(reference_text('template', 'en').encode())"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout.decode()
    assert said == reference_text("template", "en")
    assert said.index("## figure ") < said.index("## pack ") < said.index("## table ")
