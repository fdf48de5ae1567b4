"""Words of rise and fall: this language has none."""

FALL = RISE = BELOW_ZERO = TURNED = COMPARED = OF_EITHER_SIGN = r"(?!)"
