"""Words that tell what a figure is said to be: this language has none."""

from tests.language.pseudo.directions import NEVER

OF_FIGURES = UNITS_SAID = TARGET_MET = FIRST_SAID = LAST_SAID = NEVER
TELLING = NARROWED = KEPT = EMPTY = GROWTH_SAID = TARGET_SAID = DENIED = COUNTER = PLAIN_COUNTER = NEVER
OWN_AREA = NATION = OTHER_PLACES = NAME_ENDINGS = PART_OF_YEAR = GROWTH_BEFORE = SHARE_BEFORE = NEVER
CLAIMS = {}
SAME = ()
