"""The vocabulary of templates: no names beside the program's own."""

from tests.language.pseudo import AnyKey, words

NAMES = {}
SAYS = AnyKey(lambda section: words())
COLUMN_HEADS = words()
