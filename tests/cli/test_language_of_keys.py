"""What the commands print in a language of keys: no letter outside ‹ › but names, data and what people typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from string import ascii_uppercase

import docx
import openpyxl
import pytest
from click.testing import CliRunner

from reportgen.build.file_names import PAGE
from reportgen.cli import main
from reportgen.dataset.folder_writing import write_folder
from reportgen.language import language, languages, register, speaker
from reportgen.language.contract import SUBJECTS
from tests.build.packs import pack
from tests.builders import dataset
from tests.examples.test_packs_in_a_language_of_keys import (
    FIGURE_ID,
    as_pack_of_keys,
    own_texts,
    texts_of,
    words_of_the_pack,
)
from tests.figures.made import real_data
from tests.intake.made import RECIPE, Desk, customs_grid
from tests.language import pseudo
from tests.language.escaped import LETTER_OF_FORMULA, LETTERS, texts_of_the_data
from tests.language.escaped import escaped as outside_keys

ROOT = Path(__file__).parents[2]
NOTE = ROOT / "templates" / "revision-note-en.docx"
DISTRICTS = "cbec_trade D1 2021=1.20e9\ncbec_trade D2 2020=3.40e9\ncbec_trade CN-CQ 2021=9.99e9"
OF_DISTRICTS = {"cbec trade", *DISTRICTS.split()}
"""What the dataset of it calls things."""
SYNTAX = "|".join(
    [
        r"\{[{%].*?[}%]\}|\{\w+\}|`[^`]*`|\[[\w|/.-]*\]\]?",  # names in templates and patterns, of columns and keys, codes
        r"(?m:^## \S+|^  \| .*$)",  # a table of the dataset; words of a document
        FIGURE_ID,
    ]
)
NAMES = r"(?<!\w)--?[a-z][\w-]*|\S*[/_]\S*|\S+\.\w\S*|\breportgen( form)?( [a-z]+)?\b"
"""Options, paths and names with a suffix, commands."""
CODES = {key.partition("/")[0] for name in SUBJECTS for key in language("en").subject(name).FINDINGS}
DIRECTIONS = {"up", "down", "flat"}
"""What templates compare a direction with."""

CHOICES = frozenset(
    [
        "accepted",
        "rejected",
        "collect",
        "csv",
        "xlsx",
        "sqlite",
        "sdmx",
        "parquet",
        "data",
        "pack",
        "template",
        "recipe",
    ]
)
"""What errors say may be typed."""


@pytest.fixture(autouse=True)
def _language(monkeypatch):
    with_keys(monkeypatch)


def with_keys(monkeypatch):
    monkeypatch.setattr(speaker, "_PACKAGES", dict(speaker._PACKAGES))
    monkeypatch.setattr(speaker, "_OPENED", dict(speaker._OPENED))
    register(pseudo.CODE, pseudo.__name__)


def said(*args: object) -> tuple[int, str]:
    """The exit code of a command and what it prints."""
    result = CliRunner().invoke(main, [*map(str, args), "--language", pseudo.CODE], prog_name="reportgen")
    return result.exit_code, result.output


def escaped(text: str, *, known: Iterable[str] = ()) -> list[str]:
    """The words that are no keys, no names and no part of a text that somebody gave."""
    return outside_keys(text, known, syntax=f"{SYNTAX}|{LETTER_OF_FORMULA}", names=NAMES)


@pytest.mark.parametrize(
    "typed",
    [
        ["chekc"],
        ["check"],
        ["check", "nowhere"],
        ["check", "data", "--nope"],
        ["build", "examples/plan-2025", "--jobs", "x"],
        ["build", "examples/plan-2025", "--period", "soon"],
        ["export", "data", "--to", "y.xlsx", "--as", "exel"],
        ["export", "data"],
        ["figures", "data", "--as-of", "soon"],
        ["audit", "brief.docx", "--tracked", "no"],
        ["explain", "data", "nothing/of/this/kind"],
        ["release", "nowhere.docx", "-o", "out.docx"],
        ["verify", "nowhere"],
        ["refresh", "brief.docx"],
        ["page", "nowhere.docx", "-o", "page.pdf"],
        ["compare", "nowhere", "data"],
        ["form"],
        ["form", "exprt"],
        ["form", "collect", "nowhere.xlsx", "--into", "data"],
        ["import", "nowhere.csv", "--draft", "-o", "r.toml"],
        ["init", "README.md"],
        ["help", "dta"],
    ],
    ids=" ".join,
)
def test_errors_of_usage(typed, monkeypatch):
    monkeypatch.chdir(ROOT)
    code, text = said(*typed)
    assert code == 2
    assert "‹" in text
    assert escaped(text, known=CHOICES | {*typed, *main.list_commands(None)}) == []


@pytest.mark.parametrize("command", [("form", "export"), ("form", "collect")], ids=" ".join)
def test_help_of_commands_within_a_command(command):
    code, text = said(*command, "--help")
    assert code == 0
    assert [word for word in escaped(text) if not word.isupper()] == []


@pytest.mark.parametrize("topic", ["data", "pack", "template", "recipe"])
def test_reference(topic):
    code, text = said("help", topic)
    assert code == 0
    assert escaped(text) == []


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The pack of keys, its folder of documents and its brief."""
    with pytest.MonkeyPatch.context() as patch:
        with_keys(patch)
        pack = as_pack_of_keys("ecommerce-2020", tmp_path_factory.mktemp("keys"))
        folder = pack.parent / "out"
        assert said("build", pack, "-o", folder)[0] == 0
    return pack, folder, folder / f"ecommerce-2020-brief-{pseudo.CODE}.docx"


@pytest.fixture(scope="module")
def texts(built):
    """The texts of the dataset and of the pack."""
    data = real_data()
    return {*texts_of_the_data(data), *words_of_the_pack(built[0]), *CODES, *DIRECTIONS}


@pytest.mark.long
@pytest.mark.parametrize(
    "typed",
    [
        ["check", "PACK"],
        ["figures", "PACK"],
        ["fields", "PACK"],
        ["explain", "PACK", "online_retail/CN-CQ/2020/level"],
        ["explain", "BRIEF", "--all"],
        ["audit", "BRIEF"],
        ["audit", "BRIEF", "--pack", "PACK", "--html", "audit.html", "--accept", "accepted.csv"],
        ["refresh", "BRIEF", "--pack", "PACK", "-o", "new.docx"],
        ["release", "BRIEF", "-o", "released.docx"],
        ["verify", "FOLDER"],
        ["page", "BRIEF", "-o", "page.html"],
        ["compare", "FOLDER", "PACK"],
        ["compare", "PACK", "PACK", "-o", "note.docx"],
        ["export", "PACK", "--to", "data.xlsx"],
        ["init", "mine"],
        ["form", "export", "PACK", "-o", "forms"],
    ],
    ids=" ".join,
)
def test_what_commands_print(typed, built, texts, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    pack, folder, brief = built
    named = {"PACK": pack, "FOLDER": folder, "BRIEF": brief}
    code, text = said(*(named.get(word, word) for word in typed))
    assert code in ((0,) if typed[0] == "verify" else (0, 1)), text
    text = re.sub("[①-⑳]|‹living.explain-stands›.*", " ", text)  # words of the document around a figure
    assert escaped(text, known=texts | {*typed, "True"}) == []


def texts_of_page(html: str) -> str:
    """What a page says: its text, and the attributes that browsers show or read out; no passages of a document that it quotes."""
    html = re.sub(r'(?s)<style\b.*?</style>|<script\b.*?</script>|<p class="words">.*?</p>', " ", html)
    shown = re.findall(r'\b(?:title|alt|aria-label|placeholder)="([^"]*)"', html)
    html = re.sub(r"</?(?:a|b|i|ins|del|em|mark|small|span|strong|sup)\b[^>]*>", "", html)  # within a word
    return unescape(re.sub("[①-⑳]", " ", "\n".join([re.sub(r"<[^>]*>", " ", html), *shown])))


@pytest.mark.long
@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (["page", "BRIEF", "-o", "page.html"], "page.html"),
        (["audit", "BRIEF", "--pack", "PACK", "--html", "audit.html"], "audit.html"),
        (["audit", "BRIEF", "--pack", "PACK", "--annotate", "marked.docx"], "marked.docx"),
        (["compare", "OLD", "NEW", "-o", "note.docx"], "note.docx"),
    ],
    ids=["page", "audit", "annotated", "note"],
)
def test_what_commands_write(typed, written, built, texts, tmp_path, monkeypatch):
    """Of a brief in which a number was retyped, and of a dataset of which one was revised."""
    monkeypatch.chdir(tmp_path)
    pack, _, brief = built
    edited = docx.Document(str(brief))
    run = next(run for one in edited.paragraphs for run in one.runs if re.search(r"\d\.\d", run.text))
    run.text = re.sub(r"\d(?=\.\d)", lambda found: str((int(found[0]) + 3) % 10), run.text)
    edited.save(str(tmp_path / "brief.docx"))
    named = {"PACK": pack, "BRIEF": tmp_path / "brief.docx"}
    named |= old_and_new(tmp_path)
    code, text = said(*(named.get(word, word) for word in typed))
    assert code in (0, 1), text
    data = (tmp_path / written).read_bytes()
    shown = texts_of_page(data.decode()) if written.endswith("html") else "\n".join(texts_of(data))
    assert shown.count("‹") > 3
    of_note = {*OF_DISTRICTS, *own_texts(NOTE.read_bytes()), *named}
    given = of_note if written == "note.docx" else {*texts, "brief", *named}
    assert escaped(re.sub("[①-⑳]", " ", shown), known=given) == []


@pytest.mark.parametrize("cell", ["?", "100"])
def test_the_preview_of_an_import(cell, tmp_path):
    desk, grid = Desk(tmp_path), customs_grid()
    desk.recipe()
    grid[5][3] = cell
    page = tmp_path / "p.html"
    said("import", desk.table(grid), "--recipe", tmp_path / "R.toml", "--dry-run", "--preview", page)
    shown = texts_of_page(page.read_text("utf-8"))
    assert shown.count("‹") > 3
    known = {str(text) for row in grid for text in row} | {
        *ascii_uppercase[: len(grid[0])]
    }  # and names of columns
    assert escaped(shown, known=known | {*LETTERS.findall(RECIPE)}) == []


def texts_in(workbook):
    """What the cells that people see say, and the hints at them."""
    sheets = [sheet for sheet in openpyxl.load_workbook(workbook) if sheet.sheet_state == "visible"]
    cells = [cell.value for sheet in sheets for row in sheet for cell in row]
    rules = [rule for sheet in sheets for rule in sheet.data_validations.dataValidation]
    hints = [getattr(rule, name) for rule in rules for name in ("errorTitle", "error", "prompt")]
    return [text for text in (*(sheet.title for sheet in sheets), *cells, *hints) if isinstance(text, str)]


@pytest.mark.parametrize("shape", [[], ["--wide"]], ids=["rows", "wide"])
def test_forms(shape, tmp_path):
    """Names of functions and cells in formulas, and the marks of rows, apart."""
    assert said("form", "export", ROOT / "data", "-o", tmp_path, "--period", "2024", *shape)[0] == 0
    known = texts_of_the_data(real_data())
    for form in sorted(tmp_path.glob("*.xlsx"))[:1]:
        texts = [text for text in texts_in(form) if not re.fullmatch(r"[\w:/.~|-]+", text)]
        plain = [
            re.sub(r"\b[A-Z]+\(|\$?\b[A-Z]+\$?\d+", " ", text) if text.startswith("=") else text
            for text in texts
        ]
        assert any("‹" in text for text in plain)
        assert [left for text in plain if (left := escaped(text, known=known))] == []


@pytest.mark.parametrize(
    "table",
    [
        "area,period,value\nCN-CQ,2024-01,12.5\nCN-CQ,2024-02,13.5\n",
        "单位：亿元\n地区,2023年,2024年\n重庆,1,2\n四川,3,4\n",
    ],
)
def test_drafts_of_recipes(table, tmp_path):
    """What a draft asks and tells; keys, and what stood in the table, apart."""
    (tmp_path / "t.csv").write_text(table, encoding="utf-8")
    assert said("import", tmp_path / "t.csv", "--draft", "-o", tmp_path / "r.toml")[0] == 0
    comments = [
        line for line in (tmp_path / "r.toml").read_text("utf-8").splitlines() if line.startswith("# ")
    ]
    assert sum("‹" in line for line in comments) > 3
    known = {*re.split(r"[,\n]", table), "row", "column", "value", "year", "month", "file"}
    assert [left for line in comments if (left := escaped(line, known=known))] == []


@pytest.mark.parametrize("dimension", ["ref_area", "period"])
def test_the_page_of_a_batch(dimension, tmp_path):
    """A pack that stands and one that a finding stopped; packs of months."""
    data = (
        DISTRICTS.replace("2021=", "2024-05=").replace("2020=", "2024-04=")
        if dimension == "period"
        else DISTRICTS
    )
    folder = pack(
        tmp_path / "small",
        data,
        ("{{ cbec_trade }}",),
        areas={code: {"parent": "CN-CQ"} for code in ("D1", "D2")},
        sources={"s1": {"published": "2024-07-01" if dimension == "period" else "2022-03-01"}},
    )
    definition = folder / "pack.toml"
    text = definition.read_text("utf-8").partition("[zh]")[0].replace("[en]", f"[{pseudo.CODE}]")
    if dimension == "period":
        text = text.replace('"2021"', '"2024-05"').replace("2022-06-30", "2024-07-31")
    definition.write_text(f'languages = ["{pseudo.CODE}"]\n{text}', "utf-8")
    said("build", folder, "--for-each", dimension, "-o", tmp_path / "out")
    page = re.sub(r"(?s)<style>.*?</style>|<[^>]*>", " ", (tmp_path / "out" / PAGE).read_text("utf-8"))
    assert page.count("‹") > 6
    assert ("‹2024-05›" in page) == (dimension == "period")
    assert escaped(page, known={"Small pack", *OF_DISTRICTS}) == []


def old_and_new(folder: Path) -> dict[str, Path]:
    """A dataset before and after one number of it was revised, and a growth was added that its levels do not give."""
    folders = {"OLD": folder / "OLD", "NEW": folder / "NEW"}
    write_folder(dataset(DISTRICTS), folders["OLD"])
    added = "cbec_trade CN-CQ 2020=3.00e9 2021:yoy=10"
    write_folder(dataset(f"{DISTRICTS.replace('3.40', '3.60')}\n{added}"), folders["NEW"])
    return folders


def test_what_compare_prints(tmp_path):
    """A revised number, by how much, and findings that are new."""
    folders = old_and_new(tmp_path)
    code, text = said("compare", folders["OLD"], folders["NEW"])
    assert code == 0
    assert "‹living.revised›" in text
    assert "‹living.listed-finding›" in text
    assert "0.2 ‹9› ‹CNY›" in text
    assert escaped(text, known={*OF_DISTRICTS, *CODES, *folders}) == []


ASKED = re.compile(
    r'(?<!language\("zh"\)\.)subject\("(\w+)"\)\s*\.(\w+)|\b(?:pattern|words|table)\(\s*"(\w+)",\s*"(\w+)"',
    re.DOTALL,
)


READ_TOGETHER = ("directions", "said_words", "table_words")
"""Files whose words are looked for in all languages at once: each has what the others have."""


def test_every_language_has_all_that_is_asked_of_one():
    asked = {
        (subject, name)
        for subject in READ_TOGETHER
        for name in vars(language("en").subject(subject))
        if name.isupper() and not name.startswith("_") and hasattr(language("zh").subject(subject), name)
    }
    for path in (ROOT / "reportgen").rglob("*.py"):
        for found in ASKED.finditer(path.read_text(encoding="utf-8")):
            asked.add(tuple(filter(None, found.groups())))
    assert len(asked) > 40
    lacking = [
        (code, subject, name)
        for code in languages()
        for subject, name in sorted(asked)
        if not hasattr(language(code).subject(subject), name)
    ]
    assert lacking == []
