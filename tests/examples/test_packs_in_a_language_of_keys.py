"""The example packs, the findings and the help in a language of keys: no letter stands outside ‹ › but data and the templates' own words."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from lxml import etree

from reportgen.build.build import build
from reportgen.cli import main
from reportgen.dataset import read
from reportgen.language import language, register, speaker
from reportgen.language.contract import SUBJECTS
from tests.figures.made import real_data
from tests.language import pseudo
from tests.language.escaped import LETTER_OF_FORMULA, escaped, texts_of_the_data

ROOT = Path(__file__).parents[2]
PACKS = ("plan-2025", "ecommerce-2020", "trade-2023", "trade-monthly")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIGURE_KEY = r"\bf[a-z2-7]{9}\b"
FIGURE_ID = r"[\w.]+(?:~\w+)?/[\w-]+/[\w-]+/[\w:@.,-]+"
FORMULAS_OF_ONE = set("abcdefgh")
"""A figure that is the value of another, as the formula of its cell."""
PERIOD = r"\b\d{4}-Q[1-4]\b"
"""A period by its code."""
FORMAT = "{http://schemas.openxmlformats.org/drawingml/2006/chart}formatCode"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(autouse=True)
def _language(monkeypatch):
    monkeypatch.setattr(speaker, "_PACKAGES", dict(speaker._PACKAGES))
    monkeypatch.setattr(speaker, "_OPENED", dict(speaker._OPENED))
    register(pseudo.CODE, pseudo.__name__)


def texts_of(data: bytes) -> dict[str, None]:
    """Every paragraph, text of a cell and text of a chart in a Word document or a workbook; alternative texts, and the words in
    number formats; each once, in their order."""
    found: dict[str, None] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if not name.endswith(".xml") or name.startswith(("customXml/", "docProps/")) or "theme" in name:
                continue
            root = etree.fromstring(package.read(name))
            for paragraph in root.iter(f"{WORD}p", f"{SHEET}si", f"{SHEET}is"):
                found["".join(node.text or "" for node in paragraph.iter(f"{WORD}t", f"{SHEET}t"))] = None
            named = (node for node in root.iter() if str(node.tag).endswith(("docPr", "cNvPr")))
            found |= dict.fromkeys(node.get("descr") or "" for node in named)
            formats = (
                node.get("formatCode") or node.text or "" for node in root.iter(f"{SHEET}numFmt", FORMAT)
            )
            found |= dict.fromkeys(words for code in formats for words in re.findall(r'"([^"]*)"', code))
            for line in root.iter(f"{DRAWING}p"):  # a title or a note may run over several lines
                whole = line.getparent()
                if line is whole.find(f"{DRAWING}p"):
                    lines = [
                        "".join(node.text or "" for node in each.iter(f"{DRAWING}t"))
                        for each in whole.iter(f"{DRAWING}p")
                    ]
                    found[" ".join(lines)] = None
    return found


def as_pack_of_keys(name: str, folder: Path) -> Path:
    """An example pack whose only language is that of keys; it takes the English texts and templates."""
    text = (ROOT / "examples" / name / "pack.toml").read_text(encoding="utf-8")
    text = text.replace('languages = ["en", "zh"]', f'languages = ["{pseudo.CODE}"]').replace(
        "\n[en]\n", f"\n[{pseudo.CODE}]\n"
    )
    text = text.replace("{ en = ", f"{{ {pseudo.CODE} = ")
    text = re.sub(r"\n\[zh\]\n.*?(?=\n\[)", "\n", text, flags=re.S)
    text = text.replace("../../data", (ROOT / "data").as_posix())
    text = text.replace("../../templates/", f"{(ROOT / 'templates').as_posix()}/")
    text = re.sub(r'template = "([^"]*)\{language\}', r'template = "\1en', text)
    path = folder / name / "pack.toml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def words_of_the_pack(path: Path) -> set[str]:
    """All texts that a definition gives, and all that its templates hold."""
    text = path.read_text(encoding="utf-8")
    found = set(re.findall(r'"([^"\n]+)"', text))
    found |= {piece for words in found for piece in re.split(r"\{\w+\}", words) if piece.strip(" .,")}
    for template in set(re.findall(r'template = "([^"]+)"', text)):
        found |= own_texts(Path(template).read_bytes())
    return found


def own_texts(template: bytes) -> set[str]:
    """What a template says between its tags."""
    parts = (part for line in texts_of(template) for part in re.split(r"\{[{%#].*?[}%#]\}", line))
    return {part for part in parts if part.strip()}


@pytest.mark.long_but_for("plan-2025")
@pytest.mark.parametrize("name", PACKS)
def test_packs(name, tmp_path):
    path = as_pack_of_keys(name, tmp_path)
    build(path, output=tmp_path / "out")
    data = real_data() if name != "trade-monthly" else read(ROOT / "data" / "customs-2024")[0]
    given = {*texts_of_the_data(data), *words_of_the_pack(path)}
    given |= {key.partition("/")[0] for name in SUBJECTS for key in language("en").subject(name).FINDINGS}
    syntax = f"{LETTER_OF_FORMULA}|{PERIOD}|{FIGURE_ID}|{FIGURE_KEY}|https?://\\S+"
    found = {}
    for file in sorted((tmp_path / "out").glob("*.*x")):
        texts = texts_of(file.read_bytes())
        if file.suffix == ".xlsx":  # notes stand on sheets a line a row
            texts = {"\n".join(text for text in texts if text not in FORMULAS_OF_ONE)}
        found |= {
            f"{file.name}: {text[:80]}": left
            for text in texts
            if (left := escaped(text, given, syntax=syntax))
        }
    assert found == {}


def help_of(command: str) -> str:
    words = [*command.split(), "--language", pseudo.CODE, "--help"]
    return CliRunner().invoke(main, words, prog_name="reportgen").output


def no_keys(said: str, command: str) -> list[str]:
    """The words of a command's help that stand outside keys: all but what its declaration has typed, each where click prints it."""
    entered = main.get_command(None, command) if command else main
    context = click.Context(entered, info_name=command or None)
    rest = re.sub(r"‹[^‹›]*›", "‹›", said)
    rest = rest.replace(f"‹›reportgen {command}".rstrip(), "‹›", 1)  # the line of usage
    for name in entered.list_commands(context) if isinstance(entered, click.Group) else ():
        rest = re.sub(rf"(?m)^  {name} +‹›", "‹›", rest)
    for option in (one for one in entered.get_params(context) if isinstance(one, click.Option)):
        names = re.escape(", ".join(sorted(option.opts, key=len)))
        metavar = option.type.get_metavar(option, context) or ""
        choices = rf" {re.escape(metavar)}" if metavar.startswith("[") else ""
        rest = re.sub(rf"(?m)^  {names}{choices}(?=\s|$)", "‹›", rest)
        rest = re.sub(rf"\[‹› {re.escape(str(option.default))}\]", "‹›", rest)
    return re.findall(r"[^\W\d_]{2,}", rest)


def commands() -> list[str]:
    return ["", *sorted(main.list_commands(None))]


@pytest.mark.parametrize("command", commands())
def test_help(command):
    assert no_keys(help_of(command), command) == []


@pytest.mark.parametrize("command", commands())
@pytest.mark.parametrize("words", ["build a page", "see help", "is accepted", "--pack", "reportgen data"])
def test_a_word_of_help_outside_keys_is_found_though_it_is_typed_elsewhere(command, words):
    said = re.sub(r"(?m)^  ‹", f"  ‹›{words} ‹", help_of(command), count=1)

    assert no_keys(said, command) == re.findall(r"[^\W\d_]{2,}", words)
