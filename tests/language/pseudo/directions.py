"""Words of rise and fall: this language has none."""

NEVER = r"(?!)"
FALL = RISE = BELOW_ZERO = TURNED = COMPARED = OF_EITHER_SIGN = LOSS = PROFIT = NEVER
NEUTRAL_BEFORE = SIGN_TAKEN_UP = CLAUSE_ENDS = NEVER
BY_MEASURE = dict.fromkeys(
    ("growth-up", "growth-down", "difference-up", "difference-down", "gap-short", "gap-over"), NEVER
)
