"""What changed between two datasets, two packs or two builds: figures, sources, breaks, targets, findings."""

from reportgen.living.compare.changes import Comparison, FigureChange, compare
from reportgen.living.compare.side import Side, read_side

__all__ = ["Comparison", "FigureChange", "Side", "compare", "read_side"]
