"""Published tables coming in, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    "empty-file": "{file} is empty: export or download the table again.",
    "unknown-kind-of-file": (
        "{file} is no table that can be read: give a workbook (.xls, .xlsx, .xlsb, .ods) or a text file (.csv, .tsv)."
    ),
    "damaged-workbook": "{file} cannot be opened as a workbook: open it in Excel, save it as .xlsx, and give that file.",
    "page-named-workbook": (
        "{file} is a web page that is named like a workbook: open it in Excel, save it as .xlsx, and give that file."
    ),
    "password": "{file} is protected by a password: open it in Excel, save it without one, and give that file.",
    "unknown-encoding": "{file} is neither UTF-8, UTF-16 nor GB18030: save it as “CSV UTF-8” in Excel.",
    "wide-csv": "{file} has a row of {columns:,} cells, and no spreadsheet has more than {most:,}: save it with the delimiter that it means.",
    "unreadable-csv": "{file} is no sound CSV: open it in Excel and save it as “CSV UTF-8”.",
    "recipe-not-toml": "The recipe {file} cannot be read.",
    "recipe-not-utf8": "The recipe {file} is not UTF-8: save it again as UTF-8.",
    "recipe-mistakes": "The recipe {file} has {count:one mistake|{count} mistakes}.",
    "dataset-is-file": "{path} is no dataset: name the folder of CSV files, the .xlsx or the SQLite file that the numbers are to go into.",
    "dataset-is-database": "Numbers are not put into the database {path} from here: `reportgen export` it to a folder or an SQLite file, import there, and "
    "`reportgen export` that back with --replace.",
    "dataset-is-parquet": "Numbers are not put into the Parquet files of {path}: `reportgen export` them to a folder or an SQLite file, and import there.",
    "file-damaged": "{file} cannot be read whole, and nothing was written: mend what stands above first.",
    "dataset-is-pack": "{path} is a pack: name the folder of its dataset, which stands as `dataset` in its pack.toml.",
    "dataset-not-utf8": "{file} of the dataset is not UTF-8: mend what `reportgen check` finds, then import.",
    "dataset-damaged": "{file} of the dataset has no column {columns:and}: mend what `reportgen check` finds, then import.",
    "dataset-changed": "{file} was changed by somebody else while the tables were read, and nothing was written: import again.",
    "needs-recipe": "A recipe is missing: give one with --recipe, or start one with --draft -o R.toml.",
    "needs-dataset": "It is not said where the numbers go: name the dataset with --into, or look first with --dry-run.",
    "draft-needs-output": "It is not said where the draft goes: name a file with -o R.toml.",
    "draft-exists": "{file} is there already: name another file with -o, or delete it.",
    "draft-takes-one-table": "A draft is made from one table: name one file.",
    "draft-no-table": "{file} holds no row of numbers under a head, so no recipe can be drafted from it.",
    "draft-written": (
        "{file} holds a first recipe with {questions:one question|{questions} questions}: answer each “?”, then run {command}."
    ),
    # ---- what the command says when it is done ----
    "counts": "{new} new, {same} the same, {revised} revised, {refused} refused",
    "would-write": "Nothing was written (--dry-run).",
    "written": "Written to {folder}: {files}.",
    "nothing-new": "{folder} holds all of it already; nothing was written.",
    "refused": "Nothing was taken: {errors:one error|{errors} errors}.",
    "preview-written": "The preview is in {file}.",
    "line-new": "new      {id} = {value}",
    "line-same": "same     {id} = {value}",
    "line-revised": "revised  {id} = {value} (was {before})",
    "more-lines": "… and {count} more of the same kind; --json lists all.",
    # ---- the preview ----
    "preview-title": "How {recipe} reads {tables}",
    "preview-legend": "What each cell was taken for",
    "preview-findings": "Findings",
    "preview-no-findings": "No findings.",
    "use-title": "title",
    "use-unit": "unit",
    "use-head": "head",
    "use-label": "label",
    "use-taken": "number taken",
    "use-missing": "no number here",
    "use-left": "left",
    "use-note": "note or heading",
    "use-refused": "refused",
    "preview-tip": "{indicator}, {area}, {period}, {measure}: {value}",
    # ---- drafts ----
    "draft-head": "First draft of a recipe, made from {file}. Wherever a \"?\" stands, you decide; then import with --dry-run --preview x.html.",
    "draft-source": "the source record: {year}, {month}, {mm} (two digits) and {placeholder} may stand in the texts",
    "draft-id": "Which short name shall the source have? Letters, digits and underscores.",
    "draft-publisher": "Who publishes the table?",
    "draft-published": "When was it published? Leave it empty where you do not know.",
    "draft-find": "the head above the labels",
    "draft-period": "Where does the table say when its numbers are from: head, title, file (the file's name) or recipe?",
    "draft-period-pattern": "How is it written there? {year} and {month} stand for the numbers.",
    "draft-unit-found": "The table says “{text}”. Is that the unit of its amounts?",
    "draft-unit": "No unit was found in the table. Which is it (CNY, USD, percent, ...), and in which power of ten (4 for 万, 8 for 亿)?",
    "draft-area": "Which area is the table about?",
    "draft-indicator": "Which indicator is “{head}”?",
    "draft-span": "Is it the month alone, or cumulative since January? (month, cumulative, quarter, year, end_of_month)",
    "draft-column-span": "taken for the {span}: is that so?",
    "draft-no-period": "this head says no period: it is passed over",
    "draft-measure": "taken for growth on the year before: is that so?",
    "draft-rows": "Which code has each place, or whatever else the rows are? Delete the lines that you do not need.",
    "draft-rest": "All other rows are passed over. Take this section away to be told of every label that is new.",
    "draft-records-every": "No column says this: which is it, for every number?",
    "draft-records-codes": "Which code of your dataset is each?",
    "draft-records-codes-alike": "Codes are taken as they are. Where your dataset has others, name them all: [columns.codes] and \"CQ\" = \"CN-CQ\".",
    "draft-records-only": "Rows with other words here are passed over: a recipe takes exact numbers against the year before alone.",
    "draft-records-unknown": "What does this column tell apart? (indicator, ref_area, breakdown, counterpart_area, measure, scope, prices) And which code of your dataset is each? Of what you do not want, write only = [\"CODE\"] in place of gives.",
    "draft-missing": "signs for “no number here”, as they stand in the table",
    "draft-reference": "Read these values in the table with your own eyes, correct what differs, and take the # away: every reading is held against them.",
    "draft-records": "Column heads and places that your dataset does not have yet: describe them as [[indicators]] and [[areas]], with the columns of indicators.csv and areas.csv.",
}  # fmt: skip


FINDINGS: dict[str, Advice] = {
    # ---- the recipe ----
    "recipe-not-toml": Advice(
        "{line:?In the line “{line}”: }{slip}.",
        "Mend the line and run again.",
    ),
    "recipe-question": Advice("{key} is still a question.", "Write the answer in place of “?”."),
    "recipe-contradiction/gives": Advice(
        "{key} is for tables with one number a row.", "Take it away, or write form = \"records\" under [table]."
    ),
    "recipe-contradiction/two-lists": Advice(
        "{key} and {other} both give a list of labels.", "Keep one list in a section [[rows]]; begin a second section for the other."
    ),
    "recipe-contradiction/label": Advice(
        "{key} has to say which rows it is about, in one way.",
        "Give it a label, or one list of labels such as [rows.ref_area], and not both.",
    ),
    # ---- finding the way in a table ----
    "table-sheet-missing": Advice(
        "{wanted:?There is no sheet “{wanted}”: }the file has {sheets:?the sheets {sheets}}.",
        "Correct `sheet` in the recipe, or give the right file.",
    ),
    "table-head-missing": Advice(
        "Nowhere in the sheet stands “{wanted}”, which the recipe looks for{near:?; “{near}” may be it}.",
        "Give the right file, or correct `find` or `labels` under [table].",
    ),
    "table-column-missing": Advice(
        "No column has the head “{head}”{near:?; “{near}” may be it}.",
        "Look at the table's head, and correct `head` in [[columns]], or write optional = true there.",
    ),
    "table-column-twice": Advice(
        "The head “{head}” stands above two columns, here and in {first}.",
        "Look which of the two it is, and name the heads above them in the recipe too.",
    ),
    "table-column-unknown": Advice(
        "The column “{head}” is not in the recipe and was left.", "Add it to [[columns]] if its numbers are wanted."
    ),
    "table-label-new": Advice(
        "The label “{text}” is new: the recipe does not know what it means{near:?; it knows “{near}”}.",
        "Add it to [[rows]]; where a place was renamed, as one more line with the old code.",
    ),
    "table-label-new/place": Advice(
        "“{text}” does not stand where the recipe looks for it{after:?: below “{after}”}{before:?, above “{before}”}.",
        "Look whether that row is missing or was renamed, and correct the table’s copy or after and before in [[rows]].",
    ),
    "table-label-gone": Advice(
        "No row has the label “{label}”{near:?; “{near}” may be it}.",
        "Look whether it was renamed, and add the new name to [[rows]], or write optional = true there.",
    ),
    "table-label-spelt": Advice(
        "“{text}” was read as “{known}”: only the width of signs or capital letters differ.", "Nothing need be done."
    ),
    "table-label-spelt/spaces": Advice(
        "“{text}” has other spaces than “{known}” in the recipe.",
        "If both are one, write the label into [[rows]] as it stands here, beside the old one.",
    ),
    "table-row-unlabelled": Advice(
        "The row has numbers but no label.", "Look in the table what it is; merged or cleared labels have to be filled in."
    ),
    "table-two-meanings": Advice(
        "Row “{label}” and column “{head}” both give `{name}`, and not the same.", "Give it in one of the two."
    ),
    "table-meaning-missing": Advice(
        "Neither the row{label:? “{label}”} nor the column “{head}” says the `{name}` of its numbers.",
        "Add it to [[rows]], [[columns]] or [every].",
    ),
    # ---- what a table says once ----
    "table-unit-missing": Advice(
        "The table nowhere says its unit, which the recipe expects to be “{wanted}”.",
        "Look in the table; if it no longer says its unit, write from = \"recipe\" under [unit].",
    ),
    "table-unit-missing/label": Advice(
        "“{wanted}” ends in no unit in brackets that can be read.", "Give the unit in the recipe: unit and unit_mult in [[rows]] or [[columns]]."
    ),
    "table-unit-changed": Advice(
        "The table's unit is “{stated}” and not, as the recipe says, {expected}.",
        "Look at the table; if its unit has really changed, correct [unit] in a recipe of its own for the tables from here on.",
    ),
    "table-unit-unreadable": Advice(
        "The unit “{stated}” cannot be read.", "Write text = \"{text}\" under [unit], with its unit and unit_mult."
    ),
    "table-unit-contradicted": Advice(
        "The table says that its unit is “{stated}”, and the recipe {expected}.",
        "Compare a number with another source; if the table is wrong, add its text to `ignore` under [unit].",
    ),
    "table-period-missing/file": Advice(
        "The file's name “{file}” does not say the period as “{pattern}”.", "Rename the file, or correct [period]."
    ),
    "table-period-missing/sheet": Advice(
        "The sheet's name does not say the period as “{pattern}”.", "Correct [period], or give the right sheet."
    ),
    "table-period-missing/title": Advice(
        "No text above the numbers says the period as “{pattern}”.", "Correct [period], or give the right file."
    ),
    "table-period-missing/column": Advice(
        "It cannot be told when the numbers under “{head}” are from{span:? (span {span})}.",
        "Let the column's head give the year and the month, or correct [period].",
    ),
    "table-period-contradicted": Advice(
        "The head “{head}” names another period than “{told}”.", "Give the file its right name, or take the right file."
    ),
    "table-period-unreadable": Advice("“{text}” is no period.", "Correct the cell, or take the right column for the period."),
    "table-area-missing": Advice(
        "Nowhere in the table stands “{wanted}”, which tells the area.", "Correct [area], or give the right file."
    ),
    "table-area-missing/new": Advice("The area “{name}” is not in the recipe.", "Add it to [area.codes]."),
    # ---- cells ----
    "table-cell-unreadable": Advice(
        "“{text}” under “{head}” is no number.",
        "Correct the cell, or add the sign to `missing`, or to [marks] if it stands beside a number.",
    ),
    "table-cell-unreadable/blank": Advice(
        "The cell under “{head}” is blank.", "Fill it in, or add \"\" to `missing` if blank means that there is no number."
    ),
    "table-cell-unreadable/formula": Advice(
        "The cell under “{head}” holds “{text}” and no value.", "Open the workbook in Excel, let it calculate, and save it."
    ),
    "table-cell-unreadable/percent": Advice(
        "“{text}” under “{head}” is a percentage, and the column’s numbers are not.",
        "Look whether columns have been swapped; where it is a rate, give the column a measure or a unit in percent.",
    ),
    "table-cell-unreadable/merged": Advice(
        "The cell under “{head}” with “{text}” is merged with others, so that nobody can tell whose number it is.",
        "Unmerge it in a copy, and write each number into its own cell.",
    ),
    "table-head-again": Advice(
        "A head stands here again, with “{text}” where the table has “{head}”: what follows is another table and was not read.",
        "To import that one too, copy it into a file of its own.",
    ),
    "table-on-more-sheets": Advice(
        "The table was read on the sheet “{sheet}” and stands on {sheets:and} too, which were not read.",
        "Name the sheets that are meant under [table], as in sheet = \"{sheet}\", or sheet = \"*\" for all.",
    ),
    "table-of-another-period": Advice(
        "{count} of {looked} numbers looked at for {period} are exactly those that the dataset has for {other}.",
        "The file may be that of {other} under another name: take the right one.",
    ),
    "table-percent-format/plain": Advice(
        "The cell under “{head}” shows {found}%, and the recipe takes the column’s numbers for fractions (unit_mult = 2).",
        "Give all cells of the column one format in a copy, or correct unit_mult.",
    ),
    "table-scaled-format": Advice(
        "The cell under “{head}” shows {meant} and holds {found}: its number format divides.",
        "Write unit_mult = {unit_mult} for this column in the recipe, which is what the numbers held count in.",
    ),
    "table-hidden-numbers": Advice(
        "{count:One number that was read stands|{count} numbers that were read stand} in hidden rows or columns, the first one here.",
        "Show them in Excel and look whether they belong to the table; what does not is passed over with skip = true.",
    ),
    "table-raised-digits": Advice(
        "The cell under “{head}” shows {text}: the raised digits are a note’s mark, and no digits of the number.",
        "Take the mark out of the cell in a copy, or put it behind the number as a sign such as ① or *.",
    ),
    "table-period-ahead": Advice(
        "The numbers under “{head}” are of {period}, which on {day} had not ended.",
        "Look at the head and the file's name; where they are forecasts, give them the status F in the recipe; or correct `published`.",
    ),
    "table-percent-format": Advice(
        "The cells under “{head}” are shown as percentages: {found} stands for {meant}%.",
        "Write unit_mult = 2 for this column in the recipe.",
    ),
    "table-percent-format/unseen": Advice(
        "The cell under “{head}” holds {found}, which may be {found}% or a fraction that stands for {meant}%; the table does not say which.",
        "Look at it: where {meant}% is meant, write unit_mult = 2 for this column in the recipe; else add a [[reference]] with row = \"{row}\", column = \"{head}\", value = {found}.",
    ),
    # ---- proofs ----
    "table-reference-missing": Advice(
        "The reference value of row “{row}”, column “{column}” is not there to be compared.",
        "Correct row and column of [[reference]] number {number} in {recipe}; the column is its heads joined by “ / ”.",
    ),
    "table-reference-differs": Advice(
        "Row “{row}”, column “{column}” reads {found}, and the reference value is {wanted}.",
        "Look at the table: a column may have moved, a unit changed, or the number been revised; then correct {recipe}.",
    ),
    "table-reference-none": Advice(
        "{recipe} has no reference value for this table.",
        "Read one or two numbers in the table and add them as [[reference]].",
    ),
    "table-same-figure-differs": Advice(
        "The cell reads {found}, and {first}, which is the same figure, {other}.", "Look which is right; one of the columns is read wrongly."
    ),
    "table-sum-differs": Advice(
        "“{row}”, “{head}” is {total}, but its parts {parts:and} do not sum to that.",
        "Look whether columns have been swapped.",
    ),
    "table-part-missing": Advice(
        "“{row}” has no number here, though “{head}” is {total} and its other parts leave {left}.",
        "Look at the cell: where a number was lost, ask the publisher or write it in a copy; else there is nothing to do.",
    ),
    "table-growth-differs": Advice(
        "“{row}”, “{head}” is {total}, which the growth of its parts, {parts:and}, does not make with their levels{more:?; nor in {more} more rows}.",
        "Look whether columns of growth have been swapped, or a sign or decimal point is wrong.",
    ),
    "table-size": Advice(
        "{found} for “{row}” under “{head}” is some {times} times {larger:?larger|smaller} than what is known of the same series.",
        "Look at the unit; if the number is right, add it as [[reference]].",
    ),
    "table-size/column": Advice(
        "The numbers under “{head}” are some {times} times {larger:?larger|smaller} than what is known of the same series; “{row}” has {found}.",
        "Look at the unit and the heads; if the numbers are right, add one of the column as [[reference]].",
    ),
    "table-size/series": Advice(
        "{found} for “{row}” under “{head}” is some {times} times {larger:?larger|smaller} than any number that is known of the same series.",
        "It was taken. Look at the table: a digit too many, or a row that changed its meaning, looks like this.",
    ),
    "table-not-continued": Advice(
        "The numbers under “{head}” do not continue those of the month before: “{row}” has {found} for {period}.",
        "Look whether columns have been swapped, or the month's number stands under the cumulative head.",
    ),
    # ---- the dataset ----
    "import-unknown-code/indicators": Advice(
        "The indicator “{name}” is in no row of {table}{near:?; “{near}” may be meant}.",
        "Correct it in the recipe, or describe it there as [[indicators]].",
    ),
    "import-unknown-code/areas": Advice(
        "The area “{name}” of row “{row}” is in no row of {table}{near:?; “{near}” may be meant}.",
        "Correct it in the recipe, or describe it there as [[areas]].",
    ),
    "import-unit-of-another-class": Advice(
        "“{indicator}” is counted in {own}, and the table gives {unit}.", "Correct the unit or the indicator in the recipe."
    ),
    "import-undated-revision": Advice(
        "{found} for “{row}”, {period}, differs from {held} in “{source}”, and nobody can tell which was published later.",
        "Fill in `published` for both sources, then import again.",
    ),
    "raw-table-in-dataset": Advice(
        "{file} is no table of the dataset: it looks like one that an office published.",
        "Bring its numbers in with `reportgen import {file} --draft -o recipe.toml`.",
    ),
}  # fmt: skip
