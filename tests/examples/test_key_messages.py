"""A key message takes two printed lines at most, in every brief and language: read from LibreOffice's print."""

import itertools
import re
from pathlib import Path

import pytest

from reportgen.build.build import build

ROOT = Path(__file__).parents[2]
PACKS = ("plan-2025", "ecommerce-2020", "trade-2023", "trade-monthly")
MOST_LINES = 2
FIRST, BEGINS, AFTER = (
    {"en": r"KEY MESSAGES$", "zh": r"要点$"},
    {"en": r"■ ", "zh": r"\d\. "},
    {"en": r"1 +[A-Z]", "zh": r"一、"},
)  # the heading of the messages, how each begins, the heading below them


def messages(page: str, language: str) -> list[list[str]]:
    """The lines of each key message of a printed page."""
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    below = itertools.dropwhile(lambda line: not re.match(FIRST[language], line), lines)
    next(below)
    found: list[list[str]] = []
    for line in itertools.takewhile(lambda line: not re.match(AFTER[language], line), below):
        if re.match(BEGINS[language], line):
            found.append([])
        found[-1].append(line)
    return found


def test_the_lines_of_a_message_are_those_up_to_the_next():
    page = "Title\n\n KEY MESSAGES\n ■  One,\n\n   two,\n   three.[1]\n ■  Four.\n\n1    A heading\nText.\n"
    assert [len(lines) for lines in messages(page, "en")] == [3, 1]
    page = "题\n  要点\n  1. 一，\n二，\n三。\n  2. 四。\n  一、标题\n文。\n"
    assert [len(lines) for lines in messages(page, "zh")] == [3, 1]


@pytest.mark.long
@pytest.mark.parametrize("pack", PACKS)
def test_a_key_message_takes_two_lines_at_most(pack, tmp_path, soffice_pdf):
    build(ROOT / "examples" / pack, output=tmp_path)
    for language in ("en", "zh"):
        page = soffice_pdf(tmp_path / f"{pack}-brief-{language}.docx").texts[0]
        found = messages(page, language)

        assert len(found) >= 3, page
        assert [lines for lines in found if len(lines) > MOST_LINES] == []
