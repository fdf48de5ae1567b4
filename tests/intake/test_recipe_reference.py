"""The reference of recipes names every key that a recipe may hold, in both languages, and the shipped recipes are sound."""

import re

import pytest

from reportgen.intake.recipe_file import read_recipe
from reportgen.intake.recipe_keys import LISTS, SECTIONS, TOP
from tests.intake.made import RECIPES

REFERENCE = (RECIPES / "README.md").read_text("utf-8")
PARTS = dict(zip(("en", "zh"), re.split(r"^# 读表说明", REFERENCE, flags=re.MULTILINE), strict=True))
TABLES_OF_ROWS = ("indicators", "areas", "codes")


@pytest.mark.parametrize("language", PARTS)
def test_every_key_is_described(language):
    text = PARTS[language]
    for section in SECTIONS:
        assert f"**[{section}]**" in text
    for section in LISTS:
        assert f"**[[{section}]]**" in text
    keys = {key for section in (TOP, *SECTIONS.values()) for key in section}
    keys |= {key for name, section in LISTS.items() if name not in TABLES_OF_ROWS for key in section}
    assert {key for key in keys if f"`{key}`" not in text} == set()


@pytest.mark.parametrize("path", sorted(RECIPES.glob("*.toml")), ids=lambda path: path.name)
def test_a_shipped_recipe_is_sound(path):
    assert read_recipe(path).references
