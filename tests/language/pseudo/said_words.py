"""Words that tell what a figure is said to be: this language has none."""

from tests.language.pseudo.directions import NEVER

TOLD = NARROWED = TURNED = GROWTH_SAID = TARGET_SAID = DENIED = DATED = NOTE = SOURCE_LINE = COUNTER = (
    PLAIN_COUNTER
) = NEVER
OWN_AREA = NATION = OTHER_PLACES = NAME_ENDINGS = PART_OF_YEAR = GROWTH_BEFORE = SHARE_BEFORE = NEVER
CLAIMS = {}


def same(text):
    return text
