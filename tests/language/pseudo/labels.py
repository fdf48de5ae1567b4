"""What series and areas are called: the labels of the dataset."""

from tests.language.pseudo.names import series as _series


def indicator(name):
    return " ".join(label.en for label in (name.indicator, name.breakdown, name.partner) if label)


def part(name):
    return name.breakdown.en if name.breakdown else name.indicator.en


def area(name):
    return name.label.en


def series(name):
    return _series(name, "")


def title(name, kind=""):
    return f"{series(name)} {kind}"


def mid_sentence(text, proper=frozenset(), *, brands=False):
    return text


def first_part(label, proper):
    return f"‹of which› {label}"


def next_part(label, proper):
    return label


def capital(text):
    return text
