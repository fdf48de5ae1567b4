"""The catalogue of figures: every number a dataset supports, by its id, with its whole lineage."""

from reportgen.kinds.basis import SetAside, TargetBasis
from reportgen.kinds.catalogue import Catalogue
from reportgen.kinds.codes import FigureIdError, UnknownCodeError

__all__ = ["Catalogue", "FigureIdError", "SetAside", "TargetBasis", "UnknownCodeError"]
