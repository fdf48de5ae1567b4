"""The registry of kinds: each is one file and one declaration."""

import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

import reportgen
import reportgen.kinds
from reportgen.dataset.records import Measure
from reportgen.kinds.declaration import Declaration, declaration_of, declarations, register_kind
from reportgen.kinds.figure import FigureId, Kind


@pytest.mark.parametrize("kind", declarations(), ids=lambda kind: kind.name)
def test_a_kind_is_declared_in_the_file_of_its_name(kind):
    assert import_module(f"reportgen.kinds.{kind.name}").KIND is kind


@pytest.mark.parametrize("kind", declarations(), ids=lambda kind: kind.name)
def test_a_kind_has_a_test_of_its_own(kind):
    file = Path(__file__).with_name(f"test_{kind.name}.py")
    assert file.is_file(), f"no test of {kind.name}"
    assert re.search(
        rf"\b{kind.name}\b|Kind\.{kind.name.upper()}\b", file.read_text(encoding="utf-8").split('"""', 2)[2]
    )


def test_every_measure_is_a_kind():
    assert {kind.measure for kind in declarations()} - {None} == set(Measure)


def test_each_has_a_place_of_its_own_in_lists():
    assert len({kind.order for kind in declarations()}) == len(declarations())


def test_there_is_one_object_for_each_id_word():
    kind = FigureId.parse("cbec_trade/CN-CQ/2021/growth_computed").kind
    assert kind is Kind.GROWTH_COMPUTED is Kind("growth_computed")
    assert declaration_of(kind).name == "growth_computed"
    assert f"{kind}" == kind.value == "growth_computed"
    assert Kind.LEVEL in set(Kind)


def test_a_word_that_no_file_declares_is_no_kind():
    with pytest.raises(ValueError, match="not a kind"):
        Kind("growth_by_magic")
    with pytest.raises(AttributeError, match="GROWTH_BY_MAGIC"):
        _ = Kind.GROWTH_BY_MAGIC


def test_a_kind_is_declared_once():
    with pytest.raises(ValueError, match="level"):
        register_kind(Declaration("level", 1, figure=lambda inputs, figure_id, base: None, verb="reached"))


MEASURES = set(Measure)
"""What observations are of, too: the dataset's own words, which readers of tables and forms share."""
OTHER_THINGS = {*MEASURES, "change", "ratio", "sum", "target", "target_gap"}
"""Words that name something else as well: what a merge did to a row, a class of units, a filter, a record, a chart."""


@cache
def _sources() -> dict[str, str]:
    package = Path(reportgen.__file__).parent
    return {
        file.relative_to(package).as_posix(): file.read_text(encoding="utf-8")
        for file in package.rglob("*.py")
    }


@pytest.mark.parametrize(
    "kind", [item for item in declarations() if item.name != "level"], ids=lambda kind: kind.name
)
def test_a_kind_is_named_in_its_own_file_and_in_the_languages_alone(kind):
    """Ids, listings, templates, tables, sentences, score cards, the data book and the audit take it from its declaration; kinds ask
    each other. The level alone is named elsewhere: it is the number itself, which all others are of."""
    word = "" if kind.name in OTHER_THINGS else rf"|[\"']{kind.name}[\"']"
    named = re.compile(
        rf"\bKind\.{kind.name.upper()}\b|\bKind\([\"']{kind.name}|kind_named\([\"']{kind.name}[\"']{word}"
    )
    places = {
        name
        for name, text in _sources().items()
        if not {"language", "kinds"} & set(name.split("/"))
        and (kind.name in text or kind.name.upper() in text)
        and named.search(text)
    }
    assert places == set()
