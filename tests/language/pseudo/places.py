"""Places of findings."""

PARAGRAPH = r"‹paragraph› (\d+)"


def described(place, part):
    return "‹place›"
