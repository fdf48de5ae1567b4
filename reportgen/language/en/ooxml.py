"""Office packages and charts, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

BUBBLE_SIZES = ("{} size",)
"""What the series with the sizes of a series' bubbles may be called."""

MESSAGES: dict[str, Entry] = {
    "picture-not-read": "The picture {path} cannot be read ({reason}); check the path.",
    "picture-of-other-kind": "The picture is no PNG, JPEG or GIF; save it as one of these.",
    "picture-damaged": "The picture is damaged; save it anew.",
    "system-error": "{said}",
    "template-kind": "{path} is no template that can be filled here; save it as {suffixes:or}.",
    "output-is-template": "{path} is the template itself, which would be written over: give the filled file another name.",
    "output-kind": "{path} is no name for what is written here: it must end in {suffixes:or}.",
    "cannot-read": "{path} cannot be read ({why}); check the path and close the program that holds it.",
    "cannot-write": (
        "Nothing was written: {path} cannot be written ({why}); check that you may write there, close the program that holds "
        "it, and try again."
    ),
    "no-room": "Nothing was written: {path} cannot be written ({why}); make room there, and try again.",
    "foreign-journal": (
        "{folder} says what a run that was killed had begun to write, and is damaged or not reportgen's own: delete this hidden "
        "folder, and take what is beside it from a copy."
    ),
    "folder-in-the-way": "Nothing was written: {path} is a folder; rename the folder, or give the file another name.",
    "file-in-the-way": "Nothing was written: {folder} is a file, and {path} wants a folder of that name; choose another place.",
    "folder-in-use": "Nothing was written: another run is writing into {folder}; wait until it is done, and try again.",
    "half-written": "{folder} holds half of what a run that was killed had begun to write. {cause}",
    "package": "{file:?{file}: {problem}.|{problem:sentence}}",
    "password": "the file is protected by a password; open it in Word or Excel, take the password off, and save it",
    "old-word": "the file is in the old binary format of Word (.doc); save it as .docx",
    "old-excel": "the file is in the old binary format of Excel (.xls); save it as .xlsx",
    "old-office": "the file is in an old binary Office format; save it as .docx or .xlsx",
    "binary-workbook": "the file is a binary workbook (.xlsb); save it as .xlsx",
    "open-document": "the file is in the OpenDocument format (.odt, .ods); save it as .docx or .xlsx",
    "rich-text": "the file is rich text (.rtf); save it as .docx",
    "pdf": "the file is a PDF; use the .docx or .xlsx it was made from",
    "markup": "the file is XML or HTML under an Office name; save it as .docx or .xlsx",
    "empty-file": "the file is empty; take a fresh copy of it",
    "no-package": "the file is no Office Open XML file; use a .docx or .xlsx file",
    "no-office-document": "the file is no Word document and no Excel workbook; use a .docx or .xlsx file",
    "damaged-archive": "the file is damaged or cut off: its zip directory cannot be read; take a fresh copy of it",
    "damaged-part": "the file is damaged: its part {part} cannot be read; take a fresh copy of it",
    "missing-part": "the file is damaged: it has no part {part}; save it anew in Word or Excel",
    "other-lineage": "the lineage inside the document was written by another version of reportgen; use that version for it",
    "damaged-lineage": "the lineage inside the document is damaged; build the document anew, or give --pack",
    "part-twice": "the file is damaged: it holds the part {part} twice; save it anew in Word or Excel",
    "dangling-relationship": (
        "the file is damaged: {part} refers to {relationship}, which is not there; repair it by saving it anew in Word or Excel"
    ),
    "not-xml": "the part {part:?{part}|of the file} is not sound XML (row {row}, column {column}); save the file anew in Word or Excel",
    "xml-too-much": "the part {part:?{part}|of the file} holds a text, an attribute or a name that is longer than is read, or nests too deeply; shorten it and save the file anew",
    "unknown-encoding": "the part {part:?{part}|of the file} is in an encoding that is not known; save the file anew in Word or Excel",
    "unreadable-part": "the part {part} says something that no spreadsheet program writes there, such as an address or a number that is none; open the file in Excel and save it anew",
    "document-type": (
        "the part {part:?{part}|of the file} is not sound XML (it declares a document type); save the file anew in Word or Excel"
    ),
    "wrong-root": "the part {part} is not what it should be (it begins with {found}, not {expected}); save the file anew in Word or Excel",
    "too-many-attributes": "the part {part} has an element with more than {limit:,} attributes; save the file anew in Word or Excel",
    "overlong-tag": "the part {part} has an element with attributes of more than {limit:,} bytes; save the file anew in Word or Excel",
    "scattered": "the cells of the part {part} lie too far apart to be read; delete the rows and columns far away, and save it",
    "overcounted": "the part {part} says that it holds more than {limit:,} texts; save the file anew in Excel",
    "too-deep": "the part {part} is nested more than {limit:,} levels deep; save the file anew in Word or Excel",
    "too-large": "the file is too large to be a document: {parts:,} parts, {bytes:,} bytes unpacked",
    "overlapping-parts": "the file is no sound zip: its parts overlap; save it anew in Word or Excel",
    "foreign-packing": "the part {part} is packed in a way that Office does not use; save the file anew in Word or Excel",
    "unsafe-name": "the file holds a part with an unsafe name ({name}); save it anew in Word or Excel",
    "too-large-to-write": "the document would be larger than 4 GiB; make it from fewer rows",
    "chart-without-series": "The chart in {part} has no series; draw it with at least one, which the others will follow.",
    "chart-own-error-bars": "The chart has custom error bars, which belong to its old data; take them out, or choose a fixed value or percentage.",
    "axis-scale": "an axis{low:? from {low}}{high:? to {high}}{base:? by powers of {base}}{turned:? turned round}",
    "axis-unit": "an axis in units of {unit}",
    "values-stacked": "values stacked{to_whole:? to 100%}",
    "number-format": "the format {format}",
    "trend-line": "a trend line ({kind})",
    "label-left-out": "no label at point {point}",
    "entry-left-out": "no legend entry of series {series}",
    "point-unseen": "point {point} without a colour",
    "blanks-as-nought": "zero where there is no value",
    "series-on-axis": "series {series} on axis {axis}",
    "plot": "a chart of the kind {kind}",
    "chart-asks-for-series": "This kind of chart needs series named {names:quoted and}.",
}

FINDINGS: dict[str, Advice] = {
    "chart-series-without-data": Advice(
        "The template's chart has a series “{series_name}” for which there are no data; it was left out.",
        "If it should be shown, give the series in the chart's definition this name.",
    ),
    "chart-shows-one-series": Advice(
        "A pie shows one series; {names:quoted and} cannot be seen.",
        "Draw a doughnut or columns, or give the pie one series.",
    ),
    "chart-x-no-number": Advice(
        "“{value}” is no number: the points of this chart stand at 1, 2, 3 along the axis.",
        "Give the chart numbers as categories, or draw lines.",
    ),
    "chart-workbook-replaced": Advice(
        "The template's chart had no embedded workbook that could be edited; it was given a new one.",
        "Open the template in Word, choose Edit Data on the chart, and save, so that it has its own workbook.",
    ),
}
