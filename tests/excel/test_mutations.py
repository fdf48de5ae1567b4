"""A damaged attribute or text anywhere in a workbook: filled, or one sentence that says where; never anything else."""

import io
import random
import zipfile
from collections import Counter

import pytest
from lxml import etree

from reportgen.errors import PackageError, TemplateError
from reportgen.excel import EXCEL
from reportgen.language import say
from tests.excel.books import parts
from tests.excel.mutation_books import books
from tests.excel.soundness import unsound

VALUES = ("#REF!", "", "-1", "x", "99999999999", "A1:B2:C3", "A0", "1.5", "XFE1", "NaN", None)
BOOKS = books()


def mutants(data, chance, count):
    """``count`` times the workbook with one attribute or text changed or gone; and where."""
    there = parts(data)
    trees = {
        name: etree.fromstring(body)
        for name, body in there.items()
        if name.endswith((".xml", ".rels", ".vml"))
    }
    places = [
        (name, number, key)
        for name, root in trees.items()
        for number, element in enumerate(root.iter("*"))
        for key in (*element.attrib, *([None] if element.text and element.text.strip() else []))
    ]
    for name, number, key in chance.sample(places, min(count, len(places))):
        value = chance.choice(VALUES)
        root = etree.fromstring(there[name])
        element = next(one for index, one in enumerate(root.iter("*")) if index == number)
        if key is None:
            element.text = value
        elif value is None:
            del element.attrib[key]
        else:
            element.set(key, value)
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as package:
            for other, body in there.items():
                package.writestr(other, etree.tostring(root) if other == name else body)
        yield (name, etree.QName(element).localname, key, value), made.getvalue()


def outcome(data, context, place):
    """What became of a mutant."""
    error = refusal(data, context)
    if error is None:
        return "filled"
    said = say(error.message, "en")
    assert say(error.message, "zh"), place
    if isinstance(error, TemplateError) or place[0] in said:
        return "said with its place"
    assert place[0].endswith((".rels", "[Content_Types].xml", "workbook.xml")), (place, said)
    return "said of the file"


def refusal(data, context):
    try:
        EXCEL.compile(data).fill(context)
    except (PackageError, TemplateError) as error:
        return error
    return None


def tried(count, seed):
    chance = random.Random(seed)
    return Counter(
        outcome(data, context, place)
        for data, context in BOOKS.values()
        for place, data in mutants(data, chance, count)
    )


@pytest.fixture(autouse=True)
def gate(monkeypatch):
    """A workbook that came damaged may go damaged: no gate here."""


def test_the_workbooks_themselves_are_filled_soundly():
    for data, context in BOOKS.values():
        assert unsound(EXCEL.compile(data).fill(context).data) == []


def test_a_damaged_place_is_passed_over_or_named():
    found = tried(25, 11)
    assert found.total() == 25 * len(BOOKS)
    assert found["filled"] > 60
    assert found["said with its place"] >= 2


@pytest.mark.long
def test_thousands_of_damaged_places_are_passed_over_or_named():
    found = Counter()
    for seed in range(2):
        found += tried(600, seed)
    print(dict(found))
    assert found["said with its place"] >= 100
