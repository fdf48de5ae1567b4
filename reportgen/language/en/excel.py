"""Excel templates, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    "mistake": "{first}",
    "mistakes": "{first} ({more:1 more place|{more} more places} to look at.)",
    "no-sheets": "The template has no worksheet to fill in.",
    "no-workbook": "The template is no Excel workbook; use an .xlsx, .xlsm or .xltx file.",
}

FINDINGS: dict[str, Advice] = {
    "missing-value": Advice(
        "The value is missing (none).",
        'Say what to show instead: {{ value if value is not none else "…" }}.',
    ),
    "not-a-number": Advice(
        "The value is {value}, which Excel has no number for.",
        "Mend the data, or test for it in the template.",
    ),
    "too-many-digits": Advice(
        "{value} has more than 15 digits, and Excel keeps 15 of a number.",
        "Format the template's cell as text, or round the number.",
    ),
    "time-zone": Advice(
        "{value} has a time zone, and Excel's dates and times have none.",
        "Give the time of the place that is meant, without its zone; or format the template's cell as text.",
    ),
    "not-one-value": Advice(
        "A cell holds one value, and this is a list.",
        'Repeat a row over it, or join it: {{ list | join(", ") }}.',
    ),
    "not-one-value/table": Advice(
        "A cell holds one value, and this is a table.",
        "Repeat a row over it: {% for row in tables.NAME.rows %}.",
    ),
    "not-one-value/chart": Advice(
        "A cell holds one value, and this is a chart.",
        "Design the chart in Excel over the repeated rows.",
    ),
    "not-one-value/picture": Advice(
        "A cell holds one value, and this is a picture within a text.",
        "Give the picture's tag a cell of its own.",
    ),
    "text-too-long": Advice(
        "The text has {length:,} characters; Excel holds {longest:,} in a cell.",
        "Shorten it or split it over several cells.",
    ),
    "prompt-too-long": Advice(
        "A prompt of data validation has {length} characters; Excel takes {longest} there.",
        "Shorten the text or its tags.",
    ),
    "sheet-name": Advice(
        "“{name}” cannot be a sheet's name: Excel takes 1 to 31 characters without [ ] : * ? / \\.",
        "Change the tag in the sheet's name, or the value it shows.",
    ),
    "sheet-name/twice": Advice(
        "Two sheets would be called “{name}”.",
        "Change the tag in the sheet's name, or the value it shows.",
    ),
    "no-sheet": Advice("No sheet would be left in the workbook.", "Keep one sheet that is always there."),
    "table-heads": Advice(
        "The Table “{table}” would have two columns called “{head}”, which Excel does not allow.",
        "Give each head a text of its own.",
    ),
    "table-repeated": Advice(
        "The loop repeats the head of the Table “{table}”, which would become one Table with heads among its rows.",
        "Leave the head outside the loop, or make it a range without a Table (Table Design, Convert to Range).",
    ),
    "misplaced-statement/start": Advice(
        "{statement} is not matched within the cell, so it belongs at the cell's start.",
        "Move it there, or into a row of its own.",
    ),
    "misplaced-statement/end": Advice(
        "{statement} is not matched within the cell, so it belongs at the cell's end.",
        "Move it there, or into a row of its own.",
    ),
    "loops-side-by-side": Advice(
        "Two loops stand side by side in one row, but a row repeats as a whole.",
        "Write {%block for … %} in the first and {%block endfor %} in the last cell of each part.",
    ),
    "open-block/cells": Advice(
        "The mark of a block has no partner: {%block for … %} opens it and {%block endfor %} closes it.",
        "Put the one into the block's first cell and the other into its last.",
    ),
    "blocks-overlap": Advice(
        "Blocks that share a row must begin and end in the same rows and have columns of their own.",
        "Give the blocks side by side the same first and last row.",
    ),
    "rows-in-block": Advice(
        "A statement over rows stands within a block.",
        "Open and close it within one cell, or repeat whole rows instead of a block.",
    ),
    "values-left-out": Advice(
        "The formulas carry no values until Excel opens the workbook: the calculator formualizer is not installed.",
        "Install reportgen with all its dependencies, or ask for no values (cached_values=False).",
    ),
    "chart-not-fed": Advice(
        "A chart shows only cells without tags.",
        "Let its series refer to the repeated row, or ignore this.",
    ),
    "range-over-heads/counted": Advice(
        "The rows repeat in groups, and a range of this formula takes in what stands between them.",
        "Leave these columns empty in the heads of groups, or use functions of several ranges (SUM, AVERAGE, COUNT, LARGE, RANK).",
    ),
    "range-over-heads/by-place": Advice(
        "The rows repeat in groups, and this formula counts the rows between them as well.",
        "Let the rows stand without others between them, or use functions of several ranges (SUM, AVERAGE, COUNT, LARGE, RANK).",
    ),
    "range-over-heads/looked-up": Advice(
        "The rows repeat in groups, and this formula also looks at what stands between them.",
        "See that nothing there says what is looked for, or keep the heads of groups in another column.",
    ),
    "range-over-heads/too-many": Advice(
        "The rows repeat in more groups than a function takes ranges, and something stands between them.",
        "Leave these columns empty in the heads of groups.",
    ),
    "range-over-heads/chart": Advice(
        "The rows repeat in groups, and a chart of this kind shows what stands between them as well.",
        "Draw columns, lines or a pie, or let the rows stand without others between them.",
    ),
    "tag-not-filled": Advice(
        "A tag stands where none is filled in and would come out as it is.",
        "Put it into a cell of its own and refer to it, or delete it.",
    ),
}
