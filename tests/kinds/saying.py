"""What tests of kinds share: a catalogue of a few lines, a number as print rounds it, a figure's sentence."""

from decimal import Decimal

from reportgen.figures.numbers import rounded_value, show
from reportgen.figures.presentation import Presentation
from reportgen.figures.sentences import sentence
from reportgen.kinds import Catalogue
from reportgen.kinds.figure import Figure, Kind
from reportgen.language import language
from reportgen.values import rounded
from tests.builders import dataset


def catalogue(*lines: str, **fields) -> Catalogue:
    return Catalogue(dataset(*lines, **fields))


def printed(book: Catalogue, figure_id: str, language: str = "en") -> str:
    """The figure as running text shows it."""
    return show(book.get(figure_id), language, book.dataset).text


def said(book: Catalogue, figure_id: str, language: str = "en") -> str:
    """The sentence of the figure."""
    return str(sentence(Presentation(book, language), book.get(figure_id)))


def why(book: Catalogue, figure_id: str, code: str = "en") -> str:
    """Why the figure has no number."""
    figure = book.get(figure_id)
    assert figure.value is None, figure.value
    assert figure.reason is not None
    return language(code).say_sentence(figure.reason)


def value(book: Catalogue, figure_id: str) -> Decimal:
    """The figure's number at print's precision."""
    found = rounded_value(book.get(figure_id))
    assert found is not None, book.get(figure_id).reason
    return found


def listed(book: Catalogue) -> dict[str, Figure]:
    return {str(figure.id): figure for figure in book.all()}


def listed_of(kind: Kind, *lines: str, **fields) -> dict[str, Decimal | None]:
    """The values of the figures of a kind that the catalogue lists of its own accord."""
    return {
        key: figure.value
        for key, figure in listed(catalogue(*lines, **fields)).items()
        if figure.id.kind is kind
    }


def number(figure: Figure, places: int = 1) -> Decimal:
    assert figure.value is not None, figure.reason
    return rounded(figure.value, -places)


def ids(figures) -> list[str]:
    return [str(figure.id) for figure in figures]


T = "@cbec_trade_2025"
PLAN = "cbec_trade CN-CQ 2021=32.21e9 2022=40e9 2025:target:2021=>70e9"

__all__ = [
    "PLAN",
    "T",
    "catalogue",
    "dataset",
    "ids",
    "listed",
    "listed_of",
    "number",
    "printed",
    "said",
    "value",
    "why",
]
