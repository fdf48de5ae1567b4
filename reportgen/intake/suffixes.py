"""The suffixes of files that published tables come in."""

WORKBOOK_SUFFIXES = (".xls", ".xlsx", ".xlsm", ".xlsb", ".ods")
TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
