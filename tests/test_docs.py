"""The READMEs say what is so: their help is the program's own, their links and commands exist."""

import re
import subprocess
import sys

import pytest

from reportgen.cli import main
from tests.docs import READMES, REFERENCES, ROOT, reference_page, with_help
from tests.source import PACKAGE

EACH = pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)


@EACH
def test_the_help_in_the_readme_is_the_programs_own(readme):
    text = readme.read_text(encoding="utf-8")
    assert "<!-- help -->" in text
    assert with_help(readme) == text, "run: python -m tests.docs"


@pytest.mark.parametrize("page", REFERENCES)
def test_the_reference_is_the_programs_own(page):
    assert (ROOT / page).read_text("utf-8") == reference_page(REFERENCES[page]), "run: python -m tests.docs"


@EACH
def test_every_link_into_the_repository_leads_somewhere(readme):
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", readme.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@EACH
def test_the_two_commands_come_first_and_exist(readme):
    text = readme.read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert text.index("make demo") < text.index("reportgen init")
    for target in set(re.findall(r"^make (\w+)", text, re.MULTILINE)):
        assert f"\n{target}:" in makefile


@EACH
def test_every_command_a_reader_is_told_of_exists(readme):
    named = set(re.findall(r"`?reportgen ([a-z]+)\b", readme.read_text(encoding="utf-8")))
    known = set(main.list_commands(None))
    assert known <= named


def test_every_file_that_contributors_are_led_to_exists():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.(?:py|csv))`", text))
    places = (ROOT, ROOT / "reportgen", ROOT / "reportgen" / "language")
    assert [name for name in sorted(named) if not any((place / name).exists() for place in places)] == []
    assert len(named) > 20


_ONE_OBSERVATION = """
import sys
from inspect import CO_OPTIMIZED
from pathlib import Path
from reportgen.build.build import build
from reportgen.content import Number
from reportgen.dataset.raw import RawTable
from reportgen.dataset.stores.protocol import Contents
from reportgen.figures.terms.figure import FigureTerm
from reportgen.kinds.figure import Figure
from tests.build.packs import pack

made = pack(Path(sys.argv[1]), "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9", ["{{ cbec_trade }}, {{ cbec_trade.yoy_computed }}"])
passed, handed = {}, {}


def note(frame, event, result):
    code = frame.f_code
    if event not in ("call", "return") or not code.co_flags & CO_OPTIMIZED:
        return  # Only what functions run: to be imported is not to be passed.
    passed.setdefault(code.co_filename)
    given = [frame.f_locals.get(name) for name in code.co_varnames[: code.co_argcount]]
    held = [next(iter(one.values()), None) for one in (*given, result) if type(one) is dict]
    if any(isinstance(one, (Contents, RawTable, FigureTerm, Figure, Number)) for one in (*given, *held, result)):
        handed.setdefault(code.co_filename)


sys.setprofile(note)
build(made)
sys.setprofile(None)
print("\\n".join(passed))
print("--")
print("\\n".join(handed))
"""
_LET_PASS = (
    "build/cut_off.py", "expressions/", "databook/", "figures/labels.py", "figures/terms/allowed_names.py", "kinds/figure.py",
)  # fmt: skip
"""What is handed a figure or a table of rows beside the walk: what looks at all, names it, or lists it in the data book."""


@pytest.mark.long
def test_the_walk_of_one_observation_has_twelve_stops_and_a_build_passes_them_all(tmp_path):
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    walk = text.partition("### A walk")[2].partition("\n## ")[0]
    named = re.findall(r"`((?:[a-z_]+/)*[a-z_]+(?:\.py|/))`", walk)
    command = [sys.executable, "-c", _ONE_OBSERVATION, str(tmp_path / "pack")]
    passed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert len(re.findall(r"^\d+\. ", walk, re.MULTILINE)) <= 12
    passed, _, handed = passed.partition("\n--\n")
    assert [name for name in named if f"reportgen/{name}" not in passed] == []
    places = tuple(f"{PACKAGE}/{name}" for name in (*named, *_LET_PASS))
    assert [
        file for file in handed.split() if file.startswith(f"{PACKAGE}/") and not file.startswith(places)
    ] == []
    assert len(named) > 15
