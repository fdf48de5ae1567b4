"""Datasets: what is wrong with tables, cells, records and quotations, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry, Wording

_CELL = "“{column}”"
_SAVE_AS_UTF8 = "Save it as “CSV UTF-8 (comma delimited)”."

MESSAGES: dict[str, Entry] = {
    # no dataset at all
    "nothing-there": "There is no dataset at {path}{near:?. Did you mean {near}? Else name|; name} a folder of CSV files, an .xlsx workbook, an SQLite file or a database's URL.",
    "one-table": "{file} is one table of a dataset; name its folder instead.",
    "no-dataset": "{file} is no dataset; name a folder of CSV files or an SQLite file, or save the workbook as .xlsx.",
    "no-sqlite": "{file} cannot be read as an SQLite file: it is damaged or was made by another program; take a fresh copy of it.",
    "sqlite-in-use": "Another program is writing into {file} ({beside} lies beside it): close it there, then run this again.",
    "no-parquet": "{file} cannot be read as a Parquet file: it is damaged or was made by another program; take a fresh copy of it.",
    "database-failed": "The database {url} cannot be used: {said}. Check its address, name and user (the password may stand in PGPASSWORD).",
    "no-address": "its address cannot be read",
    "driver-missing": "the driver “{module}” is not installed",
    "needs-extra": '{what} needs more than reportgen alone: install it by pip install "reportgen[{extra}]".',
    "sdmx-csv": "{file} is SDMX-CSV, which holds observations alone: bring it into a dataset by `reportgen import`, with a recipe.",
    "sheet-missing": "{file} has no sheet “{sheet}”: add it, with a head row of {columns}.",
    "text-too-long": "A text of “{sheet}”, row {row}, column “{column}” is longer than a cell of a workbook may be (32,767 characters): "
    "shorten it, or export to SQLite.",
    "no-such-form": "{path} is no name for a dataset: give a folder, a .xlsx, .sqlite, .csv (SDMX-CSV) or .parquet, a database's URL, or the form with --as.",
    "export-there": "There is something at {path} already: choose another name, or replace it with --replace.",
    "export-unreadable": "The dataset at {path} cannot be read whole, and nothing was written: mend what stands above first.",
    "no-table": "{path} holds none of a dataset's tables; it needs {tables:and}.",
    "no-source-texts": "There is no folder of source texts at {folder}.",
    # parts of findings
    "also-in-rows": " (also used in {count:row|rows} {rows})",
    "form-of-code": "letters, digits, “_” and “-”",
    "form-of-indicator": "lower-case letters, digits and “_”, a letter first",
    "form-of-breakdown": "letters, digits and “_”",
    "semicolons": "semicolons",
    "tabs": "tabs",
    "full-width-commas": "full-width commas",
}

FINDINGS: dict[str, Advice] = {
    # ---- files and tables ----
    "wrong-encoding/utf-16": Advice(
        "The file is encoded in UTF-16, Excel's “Unicode Text”, and not in UTF-8.", _SAVE_AS_UTF8
    ),
    "wrong-encoding/gbk": Advice(
        "The file is encoded in GBK, as Excel's plain “CSV” is in China, and not in UTF-8.", _SAVE_AS_UTF8
    ),
    "wrong-encoding/unknown": Advice(
        "The file is not UTF-8: line {row} holds bytes that are no text.", _SAVE_AS_UTF8
    ),
    "wrong-delimiter": Advice("The columns are separated by {delimiters} and not by commas.", _SAVE_AS_UTF8),
    "unreadable-row": Advice(
        "A quotation mark of this row is not closed, or stands in the wrong place; the row is left out.",
        "Close every quotation mark; inside a text write it twice.",
    ),
    "unreadable-row/long": Advice(
        "A cell of this row has {length:,} characters, and a cell may have {longest:,}; the row is left out.",
        "Shorten it; see whether a whole table was pasted into one cell.",
    ),
    "unreadable-datapackage": Advice(
        "The description of the data package is not sound JSON.", "Correct it there, or delete the file."
    ),
    "missing-table": Advice(
        "The dataset has no table “{table}”.",
        "{near:?If “{near}” is it, rename it to {table}.csv.|Add {table}.csv with the columns {columns}.}",
    ),
    "missing-table/sheet": Advice(
        "The dataset has no table “{table}”.",
        "{near:?If “{near}” is it, rename it to {table}.|Add {table} with the columns {columns}.}",
    ),
    "table-not-read": Advice(
        "“{near}” is not read: the table is called “{table}”.",
        "Rename it to {table}.csv; if it is something else, keep it in another folder.",
    ),
    "table-not-read/sheet": Advice(
        "“{near}” is not read: the table is called “{table}”.",
        "Rename it to {table}; if it is something else, give it another name.",
    ),
    "missing-head": Advice(
        "Row 1 names none of the table's columns.", "Put a head row above the data: {columns}."
    ),
    "empty-table": Advice("The table “{table}” is empty.", "Write the head row: {columns}."),
    "empty-table/optional": Advice(
        "The table “{table}” is empty.", "Delete it, or write the head row: {columns}."
    ),
    "missing-column": Advice(
        "The head row has no column “{column}”{near:?; “{near}” may be it}.",
        "{near:?Rename it to {column}.|Name a column “{column}” in row 1.}",
    ),
    "column-not-read": Advice(
        "The column “{written}” is not read: the name is “{column}”.",
        "Rename it to {column}; if it is something else, give it a name that is less like that one.",
    ),
    "duplicate-column": Advice("The head row has the column “{column}” twice.", "Keep one of the two."),
    "cells-beyond-head": Advice(
        "The row has more cells than the head row; “{text}” stands under no column.",
        "Put quotation marks around a text that contains a comma.",
    ),
    "formula-without-value": Advice(
        "The cell holds the formula {formula} but no calculated value.",
        "Open the workbook in Excel, let it calculate, and save it.",
    ),
    "percent-cell": Advice(
        "The cell is formatted as a percentage: it shows {meant}% but holds {stored}.",
        "Give the cell the format “General” and write {meant}.",
    ),
    "error-cell": Advice(
        "The cell shows Excel's error {said}.", "Correct the formula, or leave the cell empty."
    ),
    # ---- cells ----
    "empty-cell": Advice(
        f"The cell {_CELL} is empty.", "Fill it in, or delete the row if there is nothing to say."
    ),
    "unreadable-number": Advice(
        "“{text}” is not a plain number.",
        "Write digits with a decimal point (32.21); delete the row if the figure is not available.",
    ),
    "unreadable-number/grouped": Advice(
        "“{text}” is not a plain number.", "Write {number}, without thousands separators."
    ),
    "unreadable-number/decimal-comma": Advice(
        "“{text}” is not a plain number.", "Write {number}, with a decimal point."
    ),
    "unreadable-number/rate": Advice(
        "“{text}” is not a plain number.",
        "Write {number} without the sign; that it is a percentage follows from its measure or unit.",
    ),
    "unreadable-number/multiplier": Advice(
        "“{text}” is not a plain number.", "Write {number} here and {power} in the column “unit_mult”."
    ),
    "unreadable-number/qualified": Advice(
        "“{text}” is not a plain number.",
        "Write {number} here{power:?, {power} in the column “unit_mult”,} and {qualifier} in the column “{column}”.",
    ),
    "unreadable-number/exponent": Advice(
        "“{text}” is not a plain number.", "Write {number} here; the column “unit_mult” stays as it is."
    ),
    "unreadable-number/digits": Advice(
        "“{text}” has more digits than can be computed with, or counts in too large a multiplier.",
        "Write {most} digits at most; check whether two numbers stand in one cell.",
    ),
    "control-character-in-cell": Advice(
        "The cell holds a control character ({sign}) that no document can show.",
        "Delete it; it comes from a damaged export.",
    ),
    "unreadable-power": Advice(
        "“{text}” is not a power of ten.",
        "{power:?Write {power}.|Write a whole number: 9 for billion, 8 for 亿, 0 for ones.}",
    ),
    "unreadable-power/range": Advice(
        "{text} is not a power of ten that a figure counts in; it may be from {low} to {high}.",
        "Write the power, not the multiplier itself: 9 for a billion.",
    ),
    "unreadable-date": Advice(
        "“{text}” is not a date in the form year-month-day.",
        "Write it like {example}; leave the cell empty when the date is unknown.",
    ),
    "unreadable-period": Advice(
        "“{text}” is not a period.",
        "{meant:?Write {meant}; give the column the format “Text” so that Excel keeps it.|Write a year (2021), quarter "
        "(2022-Q1), month (2022-05), span (2022-01--2022-05) or day (2023-12-31).}",
    ),
    # ---- codes ----
    "unknown-code": Advice(
        "“{code_used}” does not stand in the table {tables:and}{also}.",
        "{near:?Did you mean “{near}”? Otherwise add it there.|Add it there, or correct the code.}",
    ),
    "unknown-code/word": Advice(
        f"“{{text}}” is not a code of {_CELL}.", "{near:?Did you mean “{near}”? }Write one of {known}."
    ),
    "malformed-code": Advice(
        "“{code_used}” cannot be part of a figure's id, which allows {allowed}.",
        "Rename the code wherever it is used.",
    ),
    "name-no-identifier": Advice(
        "“{name}” cannot be written in a template: a name has no spaces or punctuation and no digit first.",
        "Choose a name of letters, characters and digits.",
    ),
    "duplicate-name": Advice(
        "“{name}” already names the indicator “{first}”.", "Give each indicator a name of its own."
    ),
    "duplicate-id": Advice(
        "“{code_used}” already stands in row {row}; this row is left out.",
        "Give each row its own name; a figure found in two sources is one row with two citations.",
    ),
    "duplicate-id/code": Advice(
        "The code “{code_used}” of “{dimension}” already stands in row {row}.", "Keep one of the two rows."
    ),
    "circular-parents": Advice(
        "“{code_used}” is its own ancestor: {chain}.", "Correct the column “parent” of one of them."
    ),
    # ---- records ----
    "unit-against-measure": Advice(
        "“{subject}” is a {measure} in {given}; its unit can only be {unit}.",
        "Leave the unit empty, or correct the measure.",
    ),
    "multiplier-of-rate": Advice(
        "“{subject}” is in {unit:name}, where no multiplier is used, but its unit_mult is {power}.",
        "Write 0 in the column “unit_mult”.",
    ),
    "growth-of-rate": Advice(
        "“{subject}” is a growth of {stated} of what is itself measured in {unit:name}: a rate changes in percentage points.",
        "Record the change as difference_pp with the earlier period in the column “base_period”, or leave the row out and let reportgen compute it.",
    ),
    "index-base-not-said": Advice(
        "{name}: all {count} levels of this index stay near 100 over the years, and nothing says which period is 100; their changes are taken for growth.",
        "Add to the table codes a row with the dimension unit, the code {unit_code} and labels such as (last year = 100) and （上年=100）: class index_previous where the year before is 100 each time, class index where one year is 100 for all.",
    ),
    "duplicate-observation": Advice(
        "“{subject}” repeats “{first}”: {name}, {stated}.", "Keep one row, and give it both citations."
    ),
    "duplicate-target": Advice(
        "“{first}” ({stated_first}) and “{target}” ({stated}) set the same target of one plan: {name}.",
        "Keep one row, and give it both citations.",
    ),
    # ---- dates ----
    "accessed-before-published": Advice(
        "“{source}” was read on {accessed}, before it was published on {published}.",
        "Correct one of the two dates.",
    ),
    "published-before-period-ends": Advice(
        "The period of “{subject}”, {period}, ends after its source was published on {published}.",
        "Check whether the figure covers a part of the period, an estimate, or another year.",
    ),
    "published-before-period-ends/inferred": Advice(
        "The inferred period of “{subject}”, {period}, ends after its source was published on {published}.",
        "Check whether the figure covers a part of the period, an estimate, or another year.",
    ),
    "base-not-before-period": Advice(
        "The base of “{subject}”, {base}, does not lie before {period}.", "Correct the period or its base."
    ),
    "target-not-after-base": Advice(
        "The target “{target}” is for {period}, which does not lie after its base, {base}.",
        "Correct the target's period or its base_obs.",
    ),
    # ---- citations ----
    "missing-citation": Advice(
        "No source is cited for “{subject}” ({name}).",
        "Add a row to citations with the source and its words.",
    ),
    "missing-citation/any": Advice(
        "The table citations has no row, so none of the {count} figures says where it comes from.",
        "Add a row with the source and its words for each figure.",
    ),
    "duplicate-citation": Advice(
        "The same words are cited twice for “{subject}”.", "Delete one of the two rows."
    ),
    "long-statement": Advice(
        "The quotation has {length} characters; evidence is at most {longest}.",
        "Keep only the clause that holds the number.",
    ),
    "not-verbatim": Advice(
        "The quoted words do not stand in {file}{nearby:?; the nearest words there are “{nearby}”}.",
        "Copy the words exactly as the source has them.",
    ),
    "missing-source-text": Advice(
        "The source's text {file} is not in the folder{near:?; “{near}” may be it}.",
        "Add the text, or correct the name in the column “file”.",
    ),
    "no-source-text": Advice(
        "The quotations from “{source}” were not compared, because no text file is named for it.",
        "Name its text file in the column “file”.",
    ),
    "multiplier-not-in-clause": Advice(
        "“{subject}” is recorded as {stated}, but its clause says {said}.",
        "Write {value:?{value} in the column “value”}{joint:? and }{unit_mult:?{unit_mult} in the column “unit_mult”}.",
    ),
    "value-not-in-clause": Advice(
        "“{subject}” is recorded as {stated}, but its clause does not contain that number.",
        "Correct the value, or quote the words that hold it.",
    ),
    "unit-not-in-clause": Advice(
        "“{subject}” is recorded in {unit:name}, but its clause {foreign:?gives it in {foreign:name}|has no word for that unit}.",
        "Correct the unit, or quote the words that hold it.",
    ),
    "value-not-in-cell": Advice(
        "“{subject}” is recorded as {stated}, but the cell{cell:? {cell}} that is cited for it says “{text}”.",
        "Correct the value, or cite the cell that holds it.",
    ),
    "multiplier-not-in-cell": Advice(
        "“{subject}” is recorded as {stated}, but the cell{cell:? {cell}} that is cited for it says “{text}” under “{unit_label}”, that is {said}.",
        "Write {value} in the column “value” and {unit_mult} in the column “unit_mult”, or correct the unit of the cell.",
    ),
    "unit-not-in-cell": Advice(
        "“{subject}” is recorded in {unit:name}, but the cell{cell:? {cell}} that is cited for it is in {foreign:name}.",
        "Correct the unit, or cite the cell that holds the number in it.",
    ),
    "percent-for-points": Advice(
        Wording(
            "The source writes {number}% where a difference between two rates is meant, that is {number} percentage points.",
            "The source writes {number}%, read as a difference of {number} percentage points between two rates.",
        ),
        Wording(
            "Keep it as a difference in percentage points; ask the source if it may be a ratio of the two rates.",
            "Used as a difference in percentage points.",
        ),
    ),
    "points-for-percent": Advice(
        "“{subject}” is recorded as {number}%, but its clause speaks of {number} percentage points.",
        "Record it as difference_pp with the base it is compared with.",
    ),
    "comparison-for-growth": Advice(
        "“{subject}” is recorded as growth of {number}%, but its clause compares it with something other than an earlier period.",
        "If it is a difference between two rates, record it as difference_pp with its base_area or base_indicator.",
    ),
    "qualifier-not-taken": Advice(
        "The clause says “{said}”, but “{subject}” is recorded as {recorded:qualifier}.",
        "Write {code_to_write} in the column “{column}”.",
    ),
    "qualifier-not-in-clause": Advice(
        "“{subject}” is recorded as {recorded:qualifier}, but its clause has no such word beside the number.",
        "Check the source, and quote the word with the number.",
    ),
    "negative-level": Advice(
        "{name}, is recorded as {stated}, but its clause speaks of no deficit, loss or minus.",
        "Remove the minus sign, or quote the words that say it.",
    ),
    "negative-level/uncited": Advice(
        "{name}, is recorded as {stated}, and no source is cited for it.",
        "Remove the minus sign, or quote the words that say it.",
    ),
    "direction-against-clause/fall": Advice(
        "“{subject}” is recorded as {stated}, but its clause speaks of a fall.",
        "Write {right} in the column “value”.",
    ),
    "direction-against-clause/loss": Advice(
        "“{subject}” is recorded as {stated}, but its clause speaks of a loss or deficit.",
        "Write {right} in the column “value”.",
    ),
    "direction-against-clause/profit": Advice(
        "“{subject}” is recorded as {stated}, but its clause speaks of a profit or surplus.",
        "Write {right} in the column “value”.",
    ),
    "direction-against-clause/rise": Advice(
        "“{subject}” is recorded as {stated}, but its clause speaks of a rise.",
        "Write {right} in the column “value”.",
    ),
}
