"""`reportgen import` as a person runs it, also clumsily; its drafts and its preview."""

import json
import re
import tomllib

import pytest
from click.testing import CliRunner

from reportgen.cli import main
from reportgen.dataset import read
from reportgen.messages import Bilingual
from tests.intake.made import CODES, RECIPE, codes, csv_bytes, customs_grid, said


@pytest.fixture
def run(desk):
    desk.recipe()
    desk.table()

    def command(*arguments, language="en"):
        given = [str(item) for item in arguments]
        return CliRunner().invoke(main, ["import", *given, "--language", language])

    return command


def test_a_table_goes_into_a_dataset_and_again(desk, run):
    table, recipe = desk.folder / "2024-02.csv", desk.folder / "R.toml"
    first = run(table, "--recipe", recipe, "--into", desk.data)
    assert (first.exit_code, first.output) == (0, (
        "24 new, 0 the same, 0 revised, 0 refused\n"
        f"Written to {desk.data}: areas.csv, indicators.csv, sources.csv, citations.csv, observations.csv, datapackage.json.\n"
    ))  # fmt: skip
    again = run(table, "--recipe", recipe, "--into", desk.data, language="zh")
    assert (again.exit_code, again.output) == (0, (
        f"新增0个，相同24个，修订0个，拒收0个\n{desk.data}中已有全部数据，未写入。\n"
    ))  # fmt: skip


def test_a_dry_run_lists_and_writes_nothing(desk, run):
    done = run(desk.folder / "2024-02.csv", "--recipe", desk.folder / "R.toml", "--dry-run")
    assert done.exit_code == 0
    assert "new      trade/CN/2024-02/level@gacc_2024_02 = 1350340000" in done.output
    assert "… and 14 more of the same kind; --json lists all." in done.output
    assert done.output.endswith("Nothing was written (--dry-run).\n")
    assert not desk.data.exists()


def test_what_is_refused_is_named_with_file_and_cell(desk, run):
    grid = customs_grid()
    grid[5][3] = "?"
    table = desk.table(grid)
    done = run(table, "--recipe", desk.folder / "R.toml", "--into", desk.data)
    assert done.exit_code == 1
    assert "error: 2024-02.csv, cell D6: “?” under “出口 / 2月” is no number." in done.output
    assert done.output.endswith("0 new, 0 the same, 0 revised, 1 refused\nNothing was taken: one error.\n")
    assert not desk.data.exists()


def test_revised_numbers_are_listed_with_what_they_were(desk, run):
    recipe = desk.folder / "R.toml"
    recipe.write_text(recipe.read_text("utf-8").replace('period = "2024-02"', 'period = "1999-02"'), "utf-8")
    run(desk.folder / "2024-02.csv", "--recipe", recipe, "--into", desk.data)
    grid = customs_grid()
    grid[5][4], grid[5][2] = "10031", "15052"
    done = run(desk.table(grid), "--recipe", recipe, "--into", desk.data)
    assert done.exit_code == 0
    assert (
        "revised  exports/CN-CQ/2024-01--2024-02/level@gacc_2024_02_r2 = 100310000 (was 100300000)"
        in done.output
    )
    assert "22 the same, 2 revised" in done.output


def test_json_gives_every_number_with_its_cell(desk, run):
    done = run(desk.folder / "2024-02.csv", "--recipe", desk.folder / "R.toml", "--dry-run", "--json")
    record = json.loads(done.output)
    assert record["counts"] == {"new": 24}
    assert record["refused"] == 0
    assert record["numbers"][0] == {
        "obs_id": "trade/CN/2024-02/level@gacc_2024_02", "change": "new", "value": "1350340000", "before": None,
        "source": "gacc_2024_02", "file": "2024-02.csv", "cell": "B4",
    }  # fmt: skip


CLUMSY = {
    "no table": ([], 2, "TABLE"),
    "no recipe": (["{table}"], 2, "A recipe is missing: give one with --recipe, or start one with --draft -o R.toml."),
    "no dataset": (["{table}", "--recipe", "{recipe}"], 2, "name the dataset with --into, or look first with --dry-run"),
    "a table that is not there": (["gone.csv", "--recipe", "{recipe}", "--dry-run"], 2, "gone.csv"),
    "a folder for a table": (["{folder}", "--recipe", "{recipe}", "--dry-run"], 2, "is a directory"),
    "a table for a recipe": (["{table}", "--recipe", "{table}", "--dry-run"], 1, "cannot be read"),
    "a recipe for a table": (["{recipe}", "--recipe", "{recipe}", "--dry-run"], 2, "R.toml is no table that can be read"),
    "a draft without a name": (["{table}", "--draft"], 2, "name a file with -o R.toml"),
    "a draft over a recipe": (["{table}", "--draft", "-o", "{recipe}"], 2, "is there already"),
    "a draft of two tables": (["{table}", "{table}", "--draft", "-o", "{folder}/new.toml"], 2, "A draft is made from one table"),
    "a draft of what is no table": (["{note}", "--draft", "-o", "{folder}/new.toml"], 2, "holds no row of numbers under a head"),
    "a pack for a dataset": (["{table}", "--recipe", "{recipe}", "--into", "{pack}"], 2, "is a pack: name the folder of its dataset"),
    "a dataset that is a workbook": (["{table}", "--recipe", "{recipe}", "--into", "{table}"], 2, "is no dataset: name the folder"),
}  # fmt: skip


@pytest.mark.parametrize("name", CLUMSY)
def test_a_slip_gets_one_sentence(desk, run, name):
    arguments, code, words = CLUMSY[name]
    note = desk.folder / "note.csv"
    note.write_text("只有文字\n", "utf-8")
    pack = desk.folder / "pack"
    pack.mkdir()
    pack.joinpath("pack.toml").write_text("", "utf-8")
    places = {
        "pack": pack,
        "table": desk.folder / "2024-02.csv",
        "recipe": desk.folder / "R.toml",
        "folder": desk.folder,
        "note": note,
    }
    done = run(*[argument.format(**places) for argument in arguments])
    assert done.exit_code == code, done.output
    assert words in done.output
    assert "Traceback" not in done.output
    assert run(*[argument.format(**places) for argument in arguments], language="zh").exit_code == code


def test_the_preview_marks_every_cell_by_more_than_colour(desk, run):
    grid = customs_grid()
    grid[5][3] = "<b>?</b>"
    page = desk.folder / "p.html"
    done = run(desk.table(grid), "--recipe", desk.folder / "R.toml", "--dry-run", "--preview", page)
    assert f"The preview is in {page}." in done.output
    html = page.read_text("utf-8")
    assert "//" not in html  # nothing is loaded from elsewhere
    assert '<td class="refused" id="t0D6"><i>✗</i>&lt;b&gt;?&lt;/b&gt;</td>' in html
    assert '<a href="#t0D6">' in html
    assert (
        '<td class="taken n" title="exports, CN-CQ, January–February 2024, level: 100,300,000 yuan"><i>✓</i>10030</td>'
        in html
    )
    assert html.count('<td class="unit"') == 3
    assert html.count("<i>※</i>") == 10  # the note, repeated in every column
    rows = html.count("<tr>")
    assert rows == len(grid) + 1
    assert '<td class="left n">' in html  # a number that is left stands as those taken do
    legend = re.search('<dl class="legend">(.*?)</dl>', html, re.DOTALL)[1]
    for word in (
        "title",
        "unit",
        "head",
        "label",
        "number taken",
        "no number here",
        "left",
        "note or heading",
        "refused",
    ):
        assert f"<dd>{word}</dd>" in legend
    shown = run(
        desk.folder / "2024-02.csv",
        "--recipe",
        desk.folder / "R.toml",
        "--dry-run",
        "--preview",
        page,
        language="zh",
    )
    assert shown.exit_code == 1
    assert "已取的数" in page.read_text("utf-8")


def test_the_preview_names_what_was_read_in_its_language(desk, run):
    page = desk.folder / "p.html"
    run(
        desk.table(customs_grid()),
        "--recipe",
        desk.folder / "R.toml",
        "--dry-run",
        "--preview",
        page,
        language="zh",
    )
    html = page.read_text("utf-8")
    assert '<html lang="zh-CN">' in html
    assert 'title="出口，重庆市，2024年1—2月，绝对数：100,300,000元"' in html


def test_a_draft_is_a_recipe_once_its_questions_are_answered(desk, run):
    draft = desk.folder / "draft.toml"
    done = run(desk.folder / "2024-02.csv", "--draft", "-o", draft)
    assert done.exit_code == 0
    assert f"{draft} holds a first recipe with 7 questions" in done.output
    text = draft.read_text("utf-8")
    raw = tomllib.loads(text)
    assert raw["table"] == {"find": "收发货人所在地", "head_rows": 2, "notes": ["注：*"]}
    assert raw["unit"]["unit_mult"] == 4
    assert raw["columns"][3] == {
        "head": ["出口", "1至{month}月"],
        "indicator": "exports",
        "measure": "level",
        "span": "cumulative",
    }
    asked = run(desk.folder / "2024-02.csv", "--recipe", draft, "--dry-run")
    assert asked.exit_code == 1
    assert asked.output.count("is still a question") == 3
    answers = {'id = "?"': 'id = "gacc_{year}_{mm}"', 'publisher = "?"': 'publisher = "海关总署"', '"总值" = "?"': '"总值" = "CN"',
               '"重庆市" = "?"': '"重庆市" = "CN-CQ"', '"重庆两江新区" = "?"': '"重庆两江新区" = "CQ-LJ"',
               '"北京市" = "?"\n': "", '"四川省" = "?"\n': ""}  # fmt: skip
    for question, answer in answers.items():
        assert question in text
        text = text.replace(question, answer)
    text = re.sub(r"^# (\[\[reference\]\]|row = |column = |value = )", r"\1", text, flags=re.MULTILINE)
    text = re.sub(r'\[\[reference\]\]\nrow = "四川省"\ncolumn.*\nvalue.*\n', "", text)
    draft.write_text(text + '\n[[rows]]\nlabel = "*"\nskip = true\n' + CODES, "utf-8")
    again = run(desk.folder / "2024-02.csv", "--recipe", draft, "--into", desk.data)
    assert again.exit_code == 0, again.output
    assert desk.values()["exports/CN-CQ/2024-01--2024-02/level"] == "10030"


@pytest.mark.parametrize(
    ("title", "pattern"),
    [
        ("重庆市2024年5月主要指标", "重庆市{year}年{month}月主要指标"),
        ("2024年第1季度主要指标", "{year}年第{quarter}季度主要指标"),
        ("Main indicators, May 2024", "Main indicators, {month} {year}"),
    ],
)
def test_a_draft_takes_the_whole_period_of_a_title_for_a_pattern(desk, run, title, pattern):
    table = desk.table([[title, ""], ["地区", "出口"], ["重庆市", "422.5"]], "table.csv")
    run(table, "--draft", "-o", desk.folder / "draft.toml")
    assert f'from = "title"\npattern = "{pattern}"' in (desk.folder / "draft.toml").read_text("utf-8")


def test_a_draft_speaks_the_users_language(desk, run):
    draft = desk.folder / "draft.toml"
    run(desk.folder / "2024-02.csv", "--draft", "-o", draft, language="zh")
    assert "# 由谁发布？" in draft.read_text("utf-8")


PAGES = {
    "an area that the recipe does not know": (
        '[area]\nfrom = "title"\npattern = "地区：{area}"\n[area.codes]\n"重庆市" = "CN-CQ"\n[table]',
        [["地区：四川省"] + [""] * 9], "table-area-missing", "The area “四川省” is not in the recipe.",
    ),
    "no area": (
        '[area]\nfrom = "title"\npattern = "地区：{area}"\n[area.codes]\n"重庆市" = "CN-CQ"\n[table]',
        [], "table-area-missing", "Nowhere in the table stands “地区：{area}”",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_the_area_of_a_table_is_told_by_its_title(desk, name):
    section, rows, code, words = PAGES[name]
    desk.recipe_text = (RECIPE + CODES).replace("[table]", section, 1)
    imported = desk.read(desk.table([*rows, *customs_grid()]))
    assert code in codes(imported)
    assert words in said(imported, code)[0]


def test_a_unit_that_cannot_be_read_is_asked_for(desk):
    grid = customs_grid()
    grid[0][7:] = ["单位：见说明"] * 3
    imported = desk.read(desk.table(grid), recipe=desk.recipe(('text = "单位：万人民币"\n', "")))
    assert codes(imported) == ["table-unit-unreadable"]
    assert desk.read(recipe=desk.recipe(('text = "单位：万人民币"\n', ""))).is_refused is False


def test_a_label_without_a_unit_in_brackets_is_named(desk):
    imported = desk.read(recipe=desk.recipe(('from = "head"\ntext', 'from = "row"\ntext')))
    assert said(imported, "table-unit-missing")[0] == (
        "“总值” ends in no unit in brackets that can be read. "
        "Give the unit in the recipe: unit and unit_mult in [[rows]] or [[columns]]."
    )


def test_progress_names_the_table_under_way(desk):
    steps = []
    from reportgen.intake.importing import import_tables

    import_tables([desk.table()], desk.recipe(), desk.data, step=steps.append)
    assert steps == ["2024-02.csv", str(desk.data)]


def test_a_table_in_gb18030_with_carriage_returns_is_previewed(desk, run):
    path = desk.folder / "2024-02.csv"
    path.write_bytes(csv_bytes(customs_grid(), "gb18030"))
    assert run(path, "--recipe", desk.folder / "R.toml", "--dry-run").exit_code == 0


TITLED = 'title = "{year}年{month}月总值表"\ntitle_en = "Imports and exports, {period}"\nlanguage = "zh"'


def test_a_table_brings_its_title_and_the_translation_with_the_month_of_either_language(desk, run):
    table, recipe = desk.folder / "2024-02.csv", desk.folder / "R.toml"
    assert run(table, "--recipe", recipe, "--into", desk.data).exit_code == 0  # sources without that column
    recipe.write_text(recipe.read_text("utf-8").replace('title = "{year}年{month}月总值表"', TITLED), "utf-8")
    march = desk.folder / "2024-03.csv"
    march.write_bytes(csv_bytes(customs_grid(3)))
    done = run(march, "--recipe", recipe, "--into", desk.data)
    assert done.exit_code == 0, done.output

    data, findings = read(desk.data)
    assert findings == ()
    assert data.sources["gacc_2024_02"].translated == Bilingual("", "")
    assert data.sources["gacc_2024_03"].title == "2024年3月总值表"
    assert data.sources["gacc_2024_03"].translated == Bilingual("Imports and exports, March 2024", "")
