"""Packs: their definition and their building, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    # opening a pack
    "no-definition": "There is no {file} at {path}{near:?. Did you mean {near}? Else give|: give} a pack's folder or its {file}, or start one with `reportgen init`.",
    "not-utf-8": "{file} is not UTF-8: save it again as UTF-8.",
    "not-toml": "{file}{line:?, line {line}}: {slip}; mend it and run again.",
    "slip.wide": "the sign {sign} is full-width or curly: outside of texts type {plain}",
    "slip.wide-space": "there is a wide or no-break space: type a plain one",
    "slip.backslash": "a “\\” in double quotation marks means something else: write folders with “/”, or put the text between single ones ('…')",
    "slip.open-quote": "a quotation mark is missing",
    "slip.colon": "after {key} comes “=”, not “:”",
    "slip.no-equals": "“=” is missing after {key}",
    "slip.twice": "{key} was given already in line {earlier}: keep one of the two",
    "slip.section-twice": "the section [{name}] was begun already in line {earlier}: put both together",
    "slip.one-bracket": "[[{name}]] is a list, so its head has two brackets on each side; in line {single} it has one",
    "slip.no-comma": "a comma is missing between two values",
    "slip.no-value": "there is no value after “=”",
    "slip.open-bracket": "a bracket that opens is not closed",
    "slip.after-value": "“{rest}” after the value is too much; a remark begins with “#”",
    "slip.true-or-false": "“{word}” should be true or false, in small letters",
    "slip.nothing": 'there is no “{word}”: leave the key out, or write an empty text ("")',
    "slip.leading-zero": "the number {word} begins with 0: leave that out, or write it as a text in quotation marks",
    "slip.no-quotes": 'the text {word} needs quotation marks: "{word}"',
    "slip.no-day": "there is no day {word}: see how many days the month has",
    "slip.date-form": "a date is written {date}, not {word}",
    "slip.unknown": "“{word}” cannot be read; texts stand in quotation marks, lists in [ ]",
    "slip.too-long": "it is longer than {most} characters",
    "slip.long-key": "a key has more than 40 steps",
    "slip.huge-number": "a whole number in it has more digits than any count",
    "slip.too-deep": "its lists are nested too deeply",
    "definition-has-mistakes": "The pack definition {file} has {count:one mistake|{count} mistakes}.",
    "is-a-dataset": "{path} is a dataset, not a pack: write a pack.toml that names it, or start one with `reportgen init`.",
    "not-in-language": "The pack is not in {language}: add it to languages in pack.toml, with its own section.",
    "dataset-has-errors": "The dataset {dataset} has errors: mend them and run again.",
    # what a key of pack.toml or of a recipe should be
    "wanted-text": "a text in quotes",
    "wanted-texts": "a text in quotes, or a list of them",
    "wanted-words": 'a text in quotes, or {en = "...", zh = "..."}',
    "wanted-flag": "true or false",
    "wanted-one-of": "one of {known}",
    "wanted-whole": "a whole number",
    "wanted-whole-between": "a whole number from {least} to {most}, without quotes",
    "wanted-number": "a number as it stands in the table, without thousands separators",
    "wanted-section": "keys below a line [{key}]",
    "wanted-list": "a list: keys below lines [[{key}]]",
    "wanted-sections": "sections such as [{key}.progress]",
    "wanted-period": "a period such as 2021, 2022-Q1, 2022-05 or 2022-01--2022-05",
    "wanted-period-or-latest": "a period such as 2021, 2022-05 or 2022-01--2022-05, or latest",
    "wanted-date": "a date such as 2024-03-31, or latest",
    "wanted-issue-date": "a date such as 2025-01-20, or {following} for the 20th of the month after the period",
    "wanted-days": "a day such as 2024-06-18, or a section with a day for each period",
    "wanted-folder-name": "a plain name that can be a folder's",
    "wanted-file-name": "a plain file name: without folders, not CON, NUL, pack.json or another name that a system or a build keeps to itself, of at most 200 bytes",
    "wanted-languages": "{known} or one of them",
    "wanted-databook": 'true or "all"',
    "wanted-signs": "one of {sets}, or a table of short texts by the keys {keys}",
    "wanted-rows": 'a list such as [{indicator = "..."}]',
    "wanted-column": 'a name such as "yoy", or {head = "...", value = ".yoy"}',
    "wanted-weight": "a number above 0 and at most {most}: 1 is the usual width, 1.5 half as wide again",
    "wanted-size": "a width and a height in millimetres, such as [150, 80], of at most {most}",
    "wanted-labels": 'true, false or "last"',
    "wanted-unit": "a unit, or auto",
    "wanted-head": "the heads from the top down, as a list or joined by “ / ”",
    "wanted-cell": "a text in quotes or a whole number",
    "wanted-codes": 'a section of lines "label" = "code"',
    "wanted-text-or-codes": 'a text in quotes, or a section of lines "label" = "code"',
    # building
    "nothing-built": "Nothing was built: {count} {count:mistake|mistakes} to mend.",
    "no-source-date": "SOURCE_DATE_EPOCH is '{epoch}', which is no count of seconds since 1970: correct or unset it.",
    "published-later": "its only sources were published on {published} or later",
    "period-later": "its period is {period}",
    "no-area-below": "No area below {area} has figures: --for-each builds one pack for every place whose parent in "
    "areas.csv is {area}.",
    "no-member": "There is nothing to build for each {dimension} of at {area}{where:?, where {where:and}}.",
    "no-condition": "--where {text} cannot be read: write COLUMN=WORD, with a column of {columns:or} and words such as CN-CQ or 'CN-CQ-*', several with commas.",
    "no-folder-name": "--name {pattern} gives {name}, which is no folder's name: use letters, digits and {places:or}.",
    "one-folder": "Two packs would go into one folder {name}: those of {first} and {second}; put {place} into --name.",
    "no-dask": 'Clusters need Dask: pip install "reportgen[dask]".',
    "no-scheduler": "No Dask scheduler answers at {address} ({said}): start one with “dask scheduler”, or build without --scheduler.",
    "own-error": "An error of reportgen's own ({kind}: {said}): send us this line.",
    # the page of a batch
    "index-member": "For",
    "index-documents": "Documents",
    "index-status": "Status",
    "index-findings": "Findings",
    "index-built": "built",
    "index-unchanged": "as it was",
    "index-failed": "not built",
    "index-pending": "not yet built",
    "index-older": "What stands here is older.",
    "index-edited": "edited since",
    "index-more": "and {count} more",
    "index-counts": "{counts}",
    "index-count-warning": "{count} {count:warning|warnings}",
    "index-count-note": "{count} {count:note|notes}",
    "index-summary": "{all} {all:pack|packs}: {counts}.",
    "index-count-built": "{count} built",
    "index-count-unchanged": "{count} as before",
    "index-count-failed": "{count} not built",
    "index-count-pending": "{count} not yet built",
    # made-up figures
    "synthetic-dataset": "synthetic figures",
    "synthetic-indicator": "Synthetic indicator {number}",
    "synthetic-province": "Synthetic province",
    "synthetic-district": "Synthetic district {number}",
    "synthetic-tables": "Synthetic tables of {month}",
    "synthetic-office": "Synthetic office",
    # writing
    "folder-not-empty": "{folder} is not an empty folder: choose a new one for the starter pack.",
    # annotated templates
    "annotate-needs-a-pack": "--annotate comments a pack's templates, and this is a dataset: name the pack.",
    "annotate-needs-a-folder": "Several templates have findings ({templates}): give --annotate a folder.",
    "annotated-over-template": "{path} is the template itself: choose another name for the annotated copy.",
    # PDF
    "libreoffice-missing": "PDFs and .ods need LibreOffice, which was not found: install it or put its program folder on PATH, "
    "or build without --pdf and --ods and export them from Office or WPS.",
    "libreoffice-too-slow": "LibreOffice did not finish: build without --pdf and --ods and export them from Office or WPS.",
    "no-pdf-made": "LibreOffice could not convert {document}{said:?: {said}}: build without --pdf and --ods and export the copies from "
    "Word or WPS.",
    # verifying what was built
    "no-manifest": "{folder} holds no pack.json and no index.json: nothing was built there; name the folder that “reportgen build” wrote.",
    "unreadable-json": "{file} cannot be read: {why}; build the pack anew, or take the file from where it came.",
    "json-too-large": "it is larger than a pack.json can be",
    "json-not-utf-8": "it is not UTF-8",
    "json-too-deep": "it is nested too deeply",
    "json-not-json": "it is no JSON (row {row}, column {column})",
    "json-no-number": "it holds a number that is none ({said})",
    "json-no-object": "it is no JSON object",
    "no-private-key": "{file} holds no ed25519 private key without a password; make one with: openssl genpkey -algorithm ed25519 -out key.pem",
    "no-public-key": "{file} holds no ed25519 public key; take it from the private one with: openssl pkey -in key.pem -pubout -out key.pub",
    "no-cryptography": 'Signatures need the package cryptography: pip install "reportgen[sign]".',
}

_ANEW = "Take it from where it was kept, or build the pack anew."

FINDINGS: dict[str, Advice] = {
    "file-missing": Advice("the file is missing.", "Take it from where it was kept, or build the pack anew."),
    "file-changed": Advice(
        "the file is not the one that was built.", "“reportgen audit” says what differs in a document."
    ),
    **{
        f"file-changed/{kind}": Advice(
            f"{what} lies there in place of the file that was built.",
            "Take the file from where it was kept, or build the pack anew.",
        )
        for kind, what in (("link", "a link"), ("folder", "a folder"), ("device", "a pipe or a device"))
    },
    "file-changed/unreadable": Advice(
        "the file has the sum that pack.json lists, and no build wrote it: {error}", "Build the pack anew."
    ),
    "batch-stopped": Advice(
        "the batch was stopped before it came to {packs:one pack|{packs} packs}, which may be of an earlier run.",
        "Run the same command again: it goes on where it stopped.",
    ),
    "file-extra": Advice("no build wrote this file.", "Keep it elsewhere, or ask where it comes from."),
    "manifest-damaged": Advice("no build writes what stands in its entry “{entry}”.", _ANEW),
    "manifest-damaged/twice": Advice("its entry “{entry}” lists what an entry before it lists.", _ANEW),
    "manifest-damaged/alone": Advice(
        "its entry “{entry}” names a figure or a source that it does not list, or is a source that nothing cites.",
        _ANEW,
    ),
    "manifest-damaged/document": Advice(
        "its entry “{entry}” says something else than {document} itself.", _ANEW
    ),
    "input-changed": Advice(
        "this input is no longer the one that the pack was built from.",
        "Build the pack anew if it shall show what is there now.",
    ),
    "not-proven/unsigned": Advice(
        "it is not signed: that folder and pack.json agree says nothing against somebody who changed both.",
        "Where that matters, build with --sign and verify with --key, or build again from the same inputs: the bytes must be the same.",
    ),
    "not-proven/unchecked": Advice(
        "its signature was not checked: that folder and pack.json agree says nothing against somebody who changed both.",
        "Give the public key with --key.",
    ),
    "signature-missing": Advice("it is not signed.", "Ask for the build with its pack.json.sig."),
    "signature-wrong": Advice(
        "its signature does not fit it and this key.",
        "Do not trust the folder; ask for it anew, and for the right key.",
    ),
    "unknown-key": Advice("the key {key} is not known.", "{near:?Did you mean {near}?|Known keys: {known}.}"),
    "missing-key": Advice("the key {key} is missing.", "Add it to {file}."),
    "missing-key/section": Advice("the section [{key}] is missing.", "Add it{names:? with {names:and}}."),
    "missing-key/list": Advice("there is no section [[{key}]].", "Add at least one to {file}."),
    "wrong-value": Advice("{key} is {value}.", "{near:?Did you mean {near}? }Write {wanted}."),
    "wrong-value/no-wording": Advice(
        "{key}: the {language} wording is missing.", 'Write {en = "...", zh = "..."}.'
    ),
    "wrong-value/no-place": Advice(
        "{key}: {written} would be printed as it is.", "In a text of pack.toml only {known:and} are replaced."
    ),
    "wrong-value/no-unit": Advice("{key}: {error}", "Write such a unit, or auto."),
    "wrong-value/output-kind": Advice(
        "“{output}” does not fit its template (a data book is a workbook): it must end in {suffixes:or}.",
        "Give it the suffix of the template.",
    ),
    "wrong-value/template-or-databook": Advice(
        "a document needs either a template or databook = true.", "Keep one of the two."
    ),
    "duplicate-output": Advice(
        "two documents would both be written to {output}.", "Put {placeholder} in the name or choose another."
    ),
    "unknown-code/area-of-pack": Advice(
        "{key} is {area}, an area the dataset does not have.",
        "{near:?Did you mean {near}?|Take a code from areas.csv.}",
    ),
    "template-not-readable": Advice("{why}"),
    "template-not-readable/format": Advice(
        "{template} is no template that can be filled.", "Save it as {suffixes:or}."
    ),
    "template-not-readable/missing": Advice(
        "there is no file {template}.", "Put the template there, or correct its path in pack.toml."
    ),
    "template-not-readable/file": Advice(
        "the template {template} cannot be read ({why}).",
        "Close the program that holds the file, and see that you may read it.",
    ),
    "figure-after-cut-off": Advice(
        "the figure {figure} is younger than the cut-off date {cut_off}: {why}.",
        "Move cut_off in pack.toml, or take the figure out of the template, table or chart.",
    ),
    "issued-too-early": Advice(
        "the issue date {issued} is before the cut-off date {cut_off}: the documents would be signed before their data were known.",
        "Set issue_date in pack.toml to {cut_off} or later; {following} there is the 20th of the month after the period.",
    ),
    "issued-too-early/period": Advice(
        "the issue date {issued} is before {end}, the end of the pack's period {period}.",
        "Set issue_date in pack.toml to {end} or later, if the documents speak of the whole period.",
    ),
    "no-such-period": Advice(
        "{area} has no level in {period} such as the pack goes by.",
        "{latest:?The newest is {latest}.|Import the figures first, or correct the period.}",
    ),
    "no-such-period/none": Advice(
        "the pack follows the newest figures, and {area} has none in periods such as it goes by.",
        "Import figures first, or correct ref_area and period_like.",
    ),
    "not-yet-published": Advice(
        "{count:One value was|{count} values were} published only after the cut-off date {cut_off}, “{first}” first: the pack "
        "does not see {count:it|them}.",
        "Nothing, if the pack is to show what was known then; otherwise move cut_off in pack.toml.",
    ),
    "checked-in-part": Advice(
        "the {read} observations of the {areas:one area|{areas} areas} that the pack shows were read and checked; {unread} of other areas were not.",
        "`reportgen check` of the dataset checks all of them.",
    ),
    "area-not-built": Advice("{error}"),
    "worker-died": Advice(
        "the process that made this pack ended {tries} times.",
        "Build it alone with --where and see how much memory it takes.",
    ),
    "cannot-build": Advice("{error}"),
}
