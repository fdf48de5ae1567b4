"""Places of findings."""


def described(place, part):
    return "‹place›"
