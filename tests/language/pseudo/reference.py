"""What each column, key and function is for."""

from reportgen.language.en.reference import FUNCTIONS as NAMES
from tests.language.pseudo import words

TITLES = INTRODUCTIONS = SECTIONS = COLUMNS = PACK = RECIPE = words()
FUNCTIONS = words(tuple(NAMES))
