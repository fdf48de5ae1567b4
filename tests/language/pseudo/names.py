"""Names of series, figures and codes: the labels of the dataset."""


def series(name, spec):
    return " ".join(
        label.en for label in (name.indicator, name.breakdown, name.partner, name.area.label) if label
    )


def figure(name, period):
    return f"{series(name.series, '')} {period} ‹{name.kind}›"


def code(label):
    return label
