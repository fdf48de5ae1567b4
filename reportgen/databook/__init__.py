"""The data book: one Excel workbook with every table, figure, calculation, source and finding of a pack."""

from reportgen.databook.book import make_databook

__all__ = ["make_databook"]
