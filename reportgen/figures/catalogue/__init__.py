"""The catalogue of figures: every number a dataset supports, by its id, with its whole lineage."""

from reportgen.figures.catalogue.basis import SetAside, TargetBasis
from reportgen.figures.catalogue.catalogue import Catalogue
from reportgen.figures.catalogue.codes import FigureIdError, UnknownCodeError

__all__ = ["Catalogue", "FigureIdError", "SetAside", "TargetBasis", "UnknownCodeError"]
