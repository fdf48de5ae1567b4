"""What the commands print in a language of keys: no letter outside ‹ › but names, data and what people typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli import main
from reportgen.language import language, languages, register, speaker
from tests.examples.test_packs_in_a_language_of_keys import LETTERS, as_pack_of_keys, words_of_the_pack
from tests.figures.made import real_data
from tests.figures.test_pseudo_language import words_of_the_data
from tests.language import pseudo

ROOT = Path(__file__).parents[2]
NAMES = (
    r"‹[^‹›]*›",
    r"\{[{%].*?[}%]\}|`[^`]*`|\[[^\]]*\]\]?",  # names in templates, of columns and keys, codes of findings and choices
    r"(?m)^## \S+|^  \| .*$",  # a table of the dataset; words of a document
    r"--?[a-z][\w-]*|\S*[/._]\S*|\breportgen( form)?( [a-z]+)?\b",  # options, paths and ids, commands
)

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


def escaped(text: str, *, known: frozenset[str] = frozenset()) -> list[str]:
    """The words that are no keys, no names and not among ``known``."""
    for names in NAMES:
        text = re.sub(names, " ", text)
    return [word for word in LETTERS.findall(text) if len(word) > 2 and word not in known]


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
def words(built):
    """The words of the dataset and of the pack."""
    data = real_data()
    texts = {*words_of_the_data(data), *words_of_the_pack(built[0]), *data.indicators, *data.targets}
    return frozenset(word for text in texts for word in LETTERS.findall(text))


@pytest.mark.long
@pytest.mark.parametrize(
    "typed",
    [
        ["check", "PACK"],
        ["figures", "PACK"],
        ["fields", "PACK"],
        ["explain", "PACK", "online_retail/CN-CQ/2020/level"],
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
def test_what_commands_print(typed, built, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    pack, folder, brief = built
    named = {"PACK": pack, "FOLDER": folder, "BRIEF": brief}
    code, text = said(*(named.get(word, word) for word in typed))
    assert code in (0, 1), text
    assert escaped(re.sub("[①-⑳]", " ", text), known=words | {*typed, "True"}) == []


ASKED = re.compile(
    r'(?<!language\("zh"\)\.)subject\("(\w+)"\)\s*\.(\w+)|\b(?:pattern|words|table)\(\s*"(\w+)",\s*"(\w+)"',
    re.DOTALL,
)


def test_every_language_has_all_that_is_asked_of_one():
    asked = set()
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
