"""The shipped dataset against the articles it was read from: nothing altered, nothing missed.

The articles are not in the repository. ``REPORTGEN_SOURCE_TEXTS`` names the folder that holds their text
files (``sources.csv`` gives the file names); without it these tests are skipped, and in CI they fail.
"""

from __future__ import annotations

import csv
import os
import re
from functools import cache
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data"
TEXTS = os.environ.get("REPORTGEN_SOURCE_TEXTS", "")

pytestmark = pytest.mark.usefixtures("source_texts")

_WORDS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|halves|quarters?|pairs?|single|sole"
    r"|doubl\w+|tripl\w+|quadrupl\w+|\w+fold|twice|times|percent|percentage|both"
    r"|first\w*|second\w*|third\w*|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|rank\w*|largest|biggest|highest|top|leader|a year"
)
NUMBER_OR_NUMBER_WORD = re.compile(rf"\d+|\b(?:{_WORDS})\b", re.IGNORECASE)

# What the articles write in words, and the number a row gives for it.
WORD_FOR = {
    "1": ("one", "only", "1st", "largest", "leader"),
    "5": ("five",),
    "6": ("six",),
    "10": ("ten",),
}
MAGNITUDES = {"million": 6, "billion": 9, "trillion": 12}
QUALIFIER_WORDS = {
    "gt": r"more than|over|exceed(?:s|ed|ing)?|in excess of|broke through(?: the)?",
    "almost": r"nearly|almost",
    "about": r"about|approximately",
    "le": r"no more than|(?:among the )?top",
}


def rows(table: str) -> list[dict[str, str]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def article(source: str) -> str:
    """The article's text with every run of white space folded to one space, and nothing else changed."""
    (row,) = (row for row in rows("sources") if row["source"] == source)
    return re.sub(r"\s+", " ", (Path(TEXTS) / row["file"]).read_text(encoding="utf-8"))


@cache
def paragraph_starts(source: str) -> tuple[int, ...]:
    """Where each non-blank line of the text file starts in the folded article."""
    (row,) = (row for row in rows("sources") if row["source"] == source)
    lines = (Path(TEXTS) / row["file"]).read_text(encoding="utf-8").splitlines()
    starts, position = [], 0
    for line in filter(None, (re.sub(r"\s+", " ", line).strip() for line in lines)):
        starts.append(article(source).index(line, position))
        position = starts[-1] + len(line)
    return tuple(starts)


def positions(statement: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(statement), text)]


def subjects() -> dict[str, dict[str, str]]:
    return {row["obs_id"]: row for row in rows("observations")} | {
        row["target"]: row for row in rows("targets")
    }


def number_in(statement: str, value: str) -> re.Match[str] | None:
    """Where the statement holds the value, in digits or as a word; commas in numbers do not count."""
    words = "|".join(WORD_FOR.get(value, ()))
    digits = rf"(?<![\d.]){re.escape(value)}(?![\d]|\.\d)"
    return re.search(
        rf"{digits}|\b(?:{words})\b" if words else digits, without_commas(statement), re.IGNORECASE
    )


def without_commas(statement: str) -> str:
    return re.sub(r"(?<=\d),(?=\d{3})", "", statement)


@pytest.mark.parametrize("table", ["citations", "left_out"])
def test_statements_are_the_articles_own_words(table: str) -> None:
    altered = [row["statement"] for row in rows(table) if row["statement"] not in article(row["source"])]
    assert altered == []


def test_every_number_of_the_articles_is_cited_or_left_out_with_a_reason() -> None:
    statements = [(row["source"], row["statement"]) for row in rows("citations") + rows("left_out")]
    missed = []
    for source in (row["source"] for row in rows("sources")):
        text = article(source)
        covered = {
            place
            for origin, statement in statements
            if origin == source
            for start in positions(statement, text)
            for place in range(start, start + len(statement))
        }
        missed += [
            (source, text[max(0, match.start() - 40) : match.end() + 40])
            for match in NUMBER_OR_NUMBER_WORD.finditer(text)
            if not covered.issuperset(range(*match.span()))
        ]
    assert missed == []


def test_every_value_stands_in_each_of_its_statements() -> None:
    known = subjects()
    absent = [
        (row["subject"], row["statement"])
        for row in rows("citations")
        if number_in(row["statement"], known[row["subject"]]["value"]) is None
    ]
    assert absent == []


def test_unit_multipliers_follow_the_statements_words() -> None:
    known, wrong = subjects(), []
    for row in rows("citations"):
        subject = known[row["subject"]]
        match = number_in(row["statement"], subject["value"])
        assert match
        word = re.match(r"\s(million|billion|trillion)\b", without_commas(row["statement"])[match.end() :])
        if (MAGNITUDES[word[1]] if word else 0) != int(subject["unit_mult"]):
            wrong.append((row["subject"], row["statement"]))
    assert wrong == []


def test_qualifiers_follow_the_statements_words() -> None:
    known, wrong = subjects(), []
    for row in rows("citations"):
        subject = known[row["subject"]]
        match = number_in(row["statement"], subject["value"])
        assert match
        before = without_commas(row["statement"])[: match.start()]
        said = [
            qualifier
            for qualifier, words in QUALIFIER_WORDS.items()
            if re.search(rf"\b(?:{words})(?: USD| \$)? $", before)
        ]
        # "no more than" also ends in the words of gt
        expected = "le" if "le" in said else said[0] if said else "eq"
        given = (
            subject["operator"]
            if subject.get("operator") == "gt" and expected != "about"
            else subject["qualifier"]
        )
        if given != expected:
            wrong.append((row["subject"], given, expected, row["statement"]))
    assert wrong == []


def test_percentages_are_written_as_percentages() -> None:
    known = subjects()
    for row in rows("citations"):
        measure = known[row["subject"]].get("measure", "level")
        match = number_in(row["statement"], known[row["subject"]]["value"])
        assert match
        after = without_commas(row["statement"])[match.end() :]
        is_percentage = bool(re.match(r"%| percent\b| percentage points\b", after))
        assert is_percentage == (measure in {"growth_yoy", "difference_pp", "share"}), row


def test_dollars_and_yuan_are_not_confused() -> None:
    known, units = subjects(), {row["indicator"]: row["unit"] for row in rows("indicators")}
    for row in rows("citations"):
        subject = known[row["subject"]]
        unit = subject["unit"] or units[subject["indicator"]]
        if subject.get("measure", "level") != "level" or unit not in {"CNY", "USD"}:
            continue
        match = number_in(row["statement"], subject["value"])
        assert match
        text = without_commas(row["statement"])
        written = (
            text[max(0, match.start() - 4) : match.end()] + re.split(r"[(),]", text[match.end() :])[0][:24]
        )
        assert (unit == "USD") == bool(re.search(r"USD|\$|U\.S\. dollars", written)), row


def test_locators_give_the_paragraph() -> None:
    wrong = []
    for row in rows("citations"):
        starts = paragraph_starts(row["source"])
        found = {
            f"¶{sum(start <= place for start in starts)}"
            for place in positions(row["statement"], article(row["source"]))
        }
        if row["locator"] not in found:
            wrong.append((row["subject"], row["locator"], found))
    assert wrong == []


def test_sources_tell_no_more_than_the_articles() -> None:
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    for row in rows("sources"):
        text = article(row["source"])
        for field in ("title", "author", "publisher", "url"):
            assert row[field] in text, (row["source"], field)
        if row["published"]:
            year, month, day = (int(part) for part in row["published"].split("-"))
            assert f"{months[month - 1]} {day},{year}" in text
