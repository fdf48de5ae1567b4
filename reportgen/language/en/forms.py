"""Entry forms going out and coming back, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

NO_NUMBER = ("n/a", "na", "none", "not available", "no data", "not yet", "pending", "unknown", "nil", "tbd")
"""What people write where they have no number, in lower case."""

MESSAGES: dict[str, Entry] = {
    # ---- the workbook ----
    "title": "Figures for {first}{last:? to {last}}{area:?, {area}}",
    "sheet-instructions": "Instructions",
    "sheet-entry": "Figures",
    "label-who": "Filled in by",
    "label-office": "Reporting office",
    "day-format": "d mmmm yyyy",
    "label-day": "Date",
    "how-to": "How to fill in this form",
    "step-1": "Go to the sheet “Figures” and write each number into its yellow cell, in the unit that stands beside it.",
    "step-2": "Last period’s number stands at the left for comparison. Where a number is filled in already, overwrite it only to revise it.",
    "step-3": "Leave a cell empty where there is no number yet. Zero means zero.",
    "step-4": "“More than”, “about” and the like belong into their own column, as does “preliminary”: pick from the list.",
    "step-4-wide": "Words such as “about” or “more than” go before the number in the cell: about 12.5, more than 900. Say in the remarks what is preliminary.",
    "step-5": "Where a number is revised or changes a lot, say why in the column “Reason or note”.",
    "step-6": "The last column shows at once whether a number can be read and how far it is from the last one.",
    "step-7": "You may move columns, sort, filter and widen; keep the heads. Save as .xlsx, .xls or .ods, and send the file back.",
    "entry-hint": "Fill in the yellow cells. There is no password; the other cells are locked only against slips.",
    "head-mark": "mark",
    "head-area": "Area",
    "head-indicator": "Indicator",
    "head-period": "Period",
    "head-unit": "Unit",
    "head-last": "Last number",
    "head-last-period": "Last number is of",
    "head-value": "Number",
    "head-qualifier": "Exact?",
    "head-status": "Status",
    "head-note": "Reason or note",
    "head-check": "Check",
    "check-empty": "to fill in",
    "check-text": "text: write digits alone",
    "check-text-wide": "text: one number, as in about 12.5?",
    "check-large": "changes by more than half: right?",
    "check-good": "good",
    "limit-title": "Please look again",
    "limit-value": "Write one number in {unit}, in digits alone; it must be one that can be. Keep it as it is?",
    "limit-hint": "One number in {unit}. Leave it empty where there is none yet.",
    "limit-choice": "Pick one from the list, or leave the cell empty.",
    # ---- what the commands say ----
    "nothing-to-ask": "The dataset {dataset} has no series to ask for{periods:? in {periods:and}}: name a period of a kind that its series have.",
    "not-a-period": "“{text}” is no period: write 2024, 2024-05 or 2024-01--2024-05.",
    "pack-not-filled": "What the pack uses cannot be told, so every series of its dataset is asked: {why}",
    "written": "{file}: {count:one figure|{count} figures} asked",
    "not-a-form": "{file} is no form of `reportgen form export`: the hidden sheet “_form” is missing, so nobody can tell what it was asked.",
    "damaged-identity": "The hidden sheet “_form” of {file} is damaged: copy the numbers into a fresh form.",
    "no-entry-sheet": "{file} has no sheet with the heads of the form, {heads:quoted and}: keep the row of heads.",
    "no-dataset": "{folder} is no dataset: name the folder, workbook or SQLite file that the forms were made from.",
    "counts": "{new} new, {same} the same, {revised} revised, {conflicting} conflicting, {empty} left empty, {unread} not readable",
    "line-new": "new          {id} = {value} ({file}, {cell})",
    "line-same": "same         {id} = {value} ({file}, {cell})",
    "line-revised": "revised      {id} = {value}, was {before} ({file}, {cell}){reason:?: {reason}}",
    "line-conflicting": "conflicting  {id} = {value}, the dataset has {before} ({file}, {cell})",
    "would-write": "Nothing was written (--dry-run).",
    "refused": "Nothing was taken: {errors:one error|{errors} errors}. --partial takes the rest, --annotate DIR marks the cells.",
    "nothing-new": "{folder} holds all of it already; nothing was written.",
    "taken": "Written to {folder}: {files}.",
    "annotated": "Marked copies to send back: {files}.",
    "source-title": "{title} (form returned)",
}  # fmt: skip

FINDINGS: dict[str, Advice] = {
    "form-no-number": Advice("“{text}” is no number that can be read.", "Write one number in digits, in {unit}."),
    "form-several-numbers": Advice("“{text}” holds more than one number.", "Write one number, in {unit}."),
    "form-date": Advice("The cell holds the date {text} and no number.", "Format the cell as a number and write it again."),
    "form-other-unit": Advice("“{text}” is in another unit than {unit}.", "Convert it, and write the number in {unit}."),
    "form-unclear-multiplier": Advice(
        "“{text}” may count in its own multiplier alone or in {unit} besides.", "Write the number in {unit} without a multiplier, or with its whole unit."
    ),
    "form-formula": Advice("The formula {text} has no result that can be read.", "Open the file in Excel, save it again, or write the number itself."),
    "form-merged-cell": Advice("The cell is merged across several figures.", "Unmerge it and write each number into its own cell."),
    "form-qualifier": Advice("“{text}” is none of the words for how exact a number is.", "Pick one of {choices:quoted or}, or leave the cell empty."),
    "form-two-qualifiers": Advice("The number says “{text}”, and the column beside it something else.", "Keep one of the two."),
    "form-status": Advice("“{text}” is no status.", "Pick one of {choices:quoted or}, or leave the cell empty."),
    "form-period": Advice("“{text}” is no period that can be read.", "Write a period such as 2024-05."),
    "form-unknown-row": Advice(
        "The row has the number {text}, and nobody can tell which figure it is: its area and indicator are none that the form asks.",
        "Use the form’s own labels, or delete the number.",
    ),
    "form-row-mismatch": Advice(
        "The row is that of “{asked}”, and its labels say “{said}”.", "Copy the number to the row of the right label in a fresh form."
    ),
    "form-unit-changed": Advice("The row’s unit reads “{text}”; the form asks for {unit}.", "Convert the number, and restore the unit."),
    "form-twice": Advice("The figure “{asked}” is filled in twice, here with {text} and in {first} with {other}.", "Delete one of the two."),
    "form-size": Advice(
        "{text} is some {times} times {larger:?larger|smaller} than the last number, {last}.",
        "Look at the unit; if the number is right, say why in the column for reasons.",
    ),
    "form-emptied": Advice("The number {text}, which the form held, was deleted.", "The dataset keeps it; write the right number where it is wrong."),
    "form-conflict": Advice(
        "The form says {text} and was made when the dataset had {base:?{base}|no number}; meanwhile the dataset has {now}.",
        "Decide which is right: export a fresh form, and fill in the number again if it is this one.",
    ),
    "form-older-copy": Advice(
        "The form says {text}, as it did when it was collected before; it has been corrected to {now} since, which stays.",
        "Nothing, if this is the older copy; if the number was corrected back, fill in the form’s day and collect it again.",
    ),
    "form-other-publisher": Advice(
        "{text} revises a number of another publisher: {now} of {publisher} stays beside it.", "Correct the reporting office on the first sheet if it is the same one."
    ),
}  # fmt: skip
