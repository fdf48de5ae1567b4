"""The command line: help, usage errors, what commands print, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    # ---- around a help page ----
    "usage": "Usage: ",
    "options": "Options:",
    "commands": "Commands:",
    "option.help": "Show this message and exit.",
    "option.version": "Show the version and exit.",
    "option.debug": "Show a traceback when something goes wrong.",
    "option.language": "en or zh. Default: the pack's language, else the computer's.",
    "option.json": "Print JSON, the same from version to version.",
    "option.strict": "Let warnings count as errors.",
    "option.no-cache": "Check again, whatever an earlier check of the same data and templates found.",
    "option.default": "default: {value}",
    "option.range": "{least}<=x<={most}",
    "option.required": "required",
    "metavar.options": "[OPTIONS]",
    "metavar.command": "COMMAND [ARGS]...",
    "metavar.data": "DATA",
    "metavar.date": "DATE",
    "metavar.document": "DOCUMENT",
    "metavar.private-key": "KEY",
    "metavar.public-key": "PUB",
    "metavar.accepted": "ACCEPTED.csv",
    "metavar.file": "FILE",
    "metavar.folder": "DIR",
    "metavar.glob": "GLOB",
    "metavar.condition": "COLUMN=WORD",
    "metavar.pattern": "PATTERN",
    "metavar.address": "ADDRESS",
    "metavar.id": "ID",
    "metavar.new": "NEW",
    "metavar.note": "NOTE.docx",
    "metavar.number": "N",
    "metavar.old": "OLD",
    "metavar.out": "OUT",
    "metavar.page": "PAGE.html",
    "metavar.recipe": "R.toml",
    "metavar.topic": "data|pack|template|recipe",
    "metavar.tables": "TABLE...",
    "metavar.forms": "FORM...",
    "metavar.period": "PERIOD",
    "metavar.pack": "PACK",
    "metavar.pack-or-none": "[PACK]",
    "metavar.pack-or-data": "PACK|DATA",
    "metavar.pack-or-document": "PACK|DOCUMENT",
    "exit.built": "Exit 0: built; 1: errors found, nothing was built (with --for-each: nothing of the packs that have them); 2: could not run.",
    "exit.verified": "Exit 0: all as it was built; 1: something differs; 2: could not run.",
    "exit.checked": "Exit 0: no error (with --strict: no warning either); 1: errors found; 2: could not run.",
    "exit.compared": "Exit 0: compared; 1: a side has errors; 2: could not run.",
    "exit.imported": "Exit 0: imported, or nothing new; 1: errors found, nothing was taken; 2: could not run.",
    "exit.collected": "Exit 0: taken, or nothing new; 1: errors found, nothing (with --partial: the rest) was taken; 2: could not run.",
    "exit.refreshed": (
        "Exit 0: NEW is written and nothing is left to decide or to read; 1: NEW is written, with conflicts left as people "
        "wrote them or sentences to read, or the data have errors and nothing is written; 2: could not run."
    ),
    # ---- help of the commands ----
    "reportgen": (
        "Briefing packs in which every number answers for itself.\n\n"
        "Merges a dataset of trade indicators with Word and Excel templates."
    ),
    "init": (
        "Start a pack in DIR: a definition, templates and data that build at once and are yours to change.\n\n"
        "\b\n"
        "Example:\n"
        "  reportgen init my-pack\n"
        "  reportgen build my-pack\n"
        "  reportgen init bulletin --template monthly --workbook\n"
        "  reportgen init large --synthetic areas=41,indicators=40,months=60"
    ),
    "init.template": "What to start from: foreign trade month by month, progress to a plan's targets, an annual bulletin, or an empty pack.",
    "init.synthetic": "A pack on made-up figures, for trying out: areas=41,indicators=40,months=60 (and seed=1); every label says synthetic.",
    "not-a-size": "{value} is no size of a synthetic dataset: write areas=41,indicators=40,months=60, each at least 1, at most {most:and}.",
    "synthetic-alone": "--synthetic makes its own pack, with its data as CSV files: leave out --template and --workbook.",
    "metavar.size": "SIZE",
    "init.workbook": "Keep the data in one Excel workbook, data.xlsx, and not in a folder of CSV files.",
    "check": (
        "Check a dataset, or a pack with its data, templates and definition, and list all findings.\n\n"
        "\b\n"
        "Examples:\n"
        "  reportgen check examples/plan-2025\n"
        "  reportgen check data --strict --json\n"
        "  reportgen check data --source-texts ~/articles\n"
        "  reportgen check my-pack --annotate commented-templates"
    ),
    "check.source-texts": "Also look up every cited statement in the source texts in DIR.",
    "check.annotate": (
        "Also write the templates that have mistakes to OUT (a folder, or one file), with a comment at each place."
    ),
    "build": (
        "Build a pack: its Word briefs, workbooks, data book and pack.json.\n\n"
        "Builds every language the pack names, or the one given with --language. A document that was edited by hand "
        "since the last build is kept under another name.\n\n"
        "\b\n"
        "Examples:\n"
        "  reportgen build examples/plan-2025\n"
        "  reportgen build examples/plan-2025 -o out --language zh --pdf\n"
        "  reportgen build examples/trade-monthly --for-each ref_area --jobs 4\n"
        "  reportgen build examples/trade-monthly --for-each ref_area --where 'ref_area=*ETDZ'"
    ),
    "build.output": "Where the documents go. Default: build/NAME beside pack.toml.",
    "build.period": "The period, in place of the pack's own: an earlier month as it was seen then.",
    "build.issue-date": "The day on which the documents are signed, in place of the pack's own.",
    "build.for-each": "Build one pack for every place below the pack's area (or every period, breakdown, partner), each into a folder of its own. What stops one does not stop the others; one that is as it was is not made again. index.html lists them.",
    "build.where": "With --for-each: only those whose column fits, 'ref_area=CN-CQ-*', 'parent=CN-SC'; again for a further condition.",
    "build.name": "With --for-each: the name of each folder, with code, label, label_en, label_zh, year or month in braces. Default: the code.",
    "build.jobs": "With --for-each: so many at a time.",
    "build.scheduler": "With --for-each: a Dask scheduler whose workers make the packs, tcp://10.0.0.1:8786 (needs reportgen[dask]).",
    "build.afresh": "With --for-each: also make again what is as it was.",
    "build.pdf": "Also make tagged PDFs, of documents PDF/UA (needs LibreOffice).",
    "build.ods": "Also make the workbooks as .ods (needs LibreOffice).",
    "build.no-lineage": "Leave the lineage out of the documents (pack.json keeps it).",
    "build.sign": "Sign pack.json with this private ed25519 key (PEM): pack.json.sig (needs reportgen[sign]).",
    "figures": (
        "List figures: every observation and every calculation the data make possible, refused ones with the reason.\n\n"
        "\b\n"
        "Examples:\n"
        "  reportgen figures data --id '*@cbec_trade_2025'\n"
        "  reportgen figures data --csv > figures.csv"
    ),
    "figures.id": "Only ids like this: 'cbec_trade/CN-CQ/*'.",
    "figures.as-of": "The figures as they were known on a day (2024-03-31): values revised since are as they were.",
    "figures.csv": "Print CSV; a text that a spreadsheet would take for a formula gets an apostrophe before it.",
    "fields": (
        "List the names a template may use in {{ }}, in both languages, each with what it says today.\n\n"
        "\b\n"
        "Examples:\n"
        "  reportgen fields examples/plan-2025\n"
        "  reportgen fields examples/plan-2025 --template templates/brief-zh.docx\n"
        "  reportgen fields --template letter.docx"
    ),
    "fields.template": "Only the names that this template uses; without PACK, the names that it uses with their places.",
    "explain": (
        "Say where a number comes from: its value, formula, inputs, rounding, sources and their own words.\n\n"
        "PACK may also be a dataset. A finished Word or Excel document is enough: it carries what it needs. ID is a "
        "figure's id as `reportgen figures` lists it, the short key inside a document, a number as it is shown (also -8.9%), a "
        "cell (Summary!B8) or a paragraph (“paragraph 7”); a number that several figures show lists them all. Of a document it "
        "says where each figure stands.\n\n"
        "\b\n"
        "Examples:\n"
        "  reportgen explain examples/plan-2025 cbec_trade/CN-CQ/2021/target_completion@cbec_trade_2025\n"
        "  reportgen explain brief.docx 46.0%\n"
        "  reportgen explain workbook.xlsx 'Summary!B8'\n"
        "  reportgen explain brief.docx 'paragraph 7'"
    ),
    "explain.all": "Explain every figure that the document carries, or the data support.",
    "page": (
        "Write one page for a browser on which every number answers: a click leads to its formula, inputs, rounding, "
        "sources and findings.\n\n"
        "A single .html file that works from a file share and asks for nothing from outside. Of a pack it shows the "
        "documents as they would be built now, of a finished document the text as it is. Searched by number, id or words; "
        "by keyboard too (“/” to search, Esc to close); printed, it has the text and a register of the figures.\n\n"
        "\b\n"
        "Examples:\n"
        "  reportgen page examples/plan-2025 -o plan-2025.html\n"
        "  reportgen page brief.docx -o brief.html"
    ),
    "page.output": "Where the page goes, a name that ends in .html.",
    "exit.page": "Exit 0: written; 1: errors found, nothing was written; 2: could not run.",
    "release": (
        "Write the copy of a document that leaves the house: without marks and lineage, after an audit without errors.\n\n"
        "OUT.release.json beside it says what it was; a later audit of the copy tells whether it was changed since.\n\n"
        "\b\n"
        "Example:\n"
        "  reportgen release brief.docx -o published/brief.docx"
    ),
    "release.output": "Where the copy goes.",
    "verify": (
        "Say whether a folder still holds what its pack.json says: what is missing, changed or extra, and what in pack.json "
        "does not fit itself, the documents or, where they lie there, the inputs.\n\n"
        "A folder that --for-each built is verified area by area. With --key each pack.json must be signed (build --sign); "
        "without, somebody may have changed pack.json and the documents alike.\n\n"
        "\b\n"
        "Examples:\n"
        "  reportgen verify examples/plan-2025/build/plan-2025\n"
        "  reportgen verify published --key office.pub"
    ),
    "verify.key": "The public ed25519 key (PEM) that pack.json must be signed with.",
    "verified": "{count:one file is|{count} files are} as built{signed:?, and the signature fits|}.",
    "audit": (
        "Read a finished .docx or .xlsx that people edited, and report what no longer agrees with its data.\n\n"
        "Numbers retyped, in a wrong unit or wrongly rounded; figures that vanished; numbers no figure backs, or that are "
        "a figure about something else; periods, areas, indicators, bases, units, heads, labels and source marks that "
        "changed around a figure; words against a figure's sign; tables that no longer sum; charts that show or say "
        "something else; formulas and number formats that were changed.\n\n"
        "\b\n"
        "Examples:\n"
        "  reportgen audit brief.docx\n"
        "  reportgen audit brief.docx --pack examples/plan-2025 --annotate brief-audited.docx\n"
        "  reportgen audit brief.docx --accept accepted.csv --html audit.html"
    ),
    "audit.pack": (
        "The pack or dataset of today: also finds figures revised since, and knows every figure of the dataset. A copy "
        "without lineage, a released one say, is held against the document that the pack builds."
    ),
    "audit.period": "Hold it against the pack at this period, 2024-11 or latest. Default: the document's own.",
    "audit.tracked": "Read tracked changes as accepted or as rejected.",
    "audit.annotate": "Also write the document to OUT with a comment (a note on the cell) at each finding.",
    "audit.accept": (
        "The findings that people accepted (by, reason and date filled in) are not shown again; all others are listed "
        "there to be filled in."
    ),
    "audit.html": "Also write the findings as one page to be forwarded or printed.",
    "compare": (
        "Say what changed from OLD to NEW: figures new, revised and gone, renamed codes, sources, breaks, targets, labels, notes, "
        "templates, findings.\n\n"
        "OLD and NEW are datasets, packs, builds (a pack.json or the folder it lies in), or two finished documents, of which also "
        "every place that reads otherwise is told. A revised figure stands with the amount and with the computed figures it "
        "moves. The revision note is made from templates/revision-note-LANGUAGE.docx.\n\n"
        "\b\n"
        "Examples:\n"
        "  reportgen compare data-2024-03 data\n"
        "  reportgen compare build/plan-2025 examples/plan-2025 -o note.docx --language zh\n"
        "  reportgen compare built/brief.docx brief-edited.docx"
    ),
    "compare.output": "Also write a revision note in Word.",
    "refresh": (
        "Bring a built document up to the dataset, and leave alone all that people wrote in it.\n\n"
        "Figures, generated sentences, tables, charts, appendix and findings follow the data. What people wrote, "
        "formatted, commented and tracked stays as it is. A figure that was typed over is a conflict: it is kept and "
        "reported, or taken from the data with --take data. Rows and sentences that people deleted stay deleted.\n\n"
        "\b\n"
        "Examples:\n"
        "  reportgen refresh brief.docx --pack examples/plan-2025 -o brief-new.docx\n"
        "  reportgen refresh brief.docx --pack examples/plan-2025 -o brief-new.docx --track --take data\n"
        "  reportgen refresh november.docx --pack examples/trade-monthly --period latest --annotate -o december.docx"
    ),
    "refresh.pack": "The pack that the document was built from.",
    "refresh.output": "Where the new document goes.",
    "refresh.period": (
        "Take the document to another period: 2024-11, or latest. What people wrote stays; their sentences that name the old "
        "period or hold a figure that moved are listed."
    ),
    "refresh.annotate": "Mark in NEW, by comments (in workbooks by notes), what is left to decide and to read.",
    "refresh.take": "Who wins where data and people changed the same. Default: the person, and exit 1.",
    "metavar.original": "ORIGINAL",
    "refresh.built": (
        "Adopt again a document that lost its lineage: the document as it was built, or the pack.json beside it. Figures that still "
        "stand where they were get their marks back."
    ),
    "metavar.other": "OTHER",
    "refresh.with": "Bring in what another person wrote in OTHER, a copy of the same build.",
    "refresh.decide": (
        "A table of the conflicts (CSV): written where it is missing; fill in the column choice (data, person, keep) and run again."
    ),
    "refresh.overwrite": "Write NEW over a file of that name.",
    "refresh-over-something": "{path} exists already: choose another name with -o, or say --overwrite.",
    "metavar.decisions": "DECISIONS.csv",
    "refresh.track": "Write the changes as Word tracked changes by “reportgen”.",
    "import": (
        "Bring published tables into a dataset, by a recipe that says what their heads and labels mean.\n\n"
        "Tables are workbooks (.xls, .xlsx, .xlsb, .ods) or text (.csv, .tsv; UTF-8, UTF-16, GB18030), SDMX-CSV and Comtrade's "
        "among them. Each number comes with the cell it was read in. Reference values in the recipe are checked at every "
        "reading; where a head, a label, a unit or a size has changed, nothing is taken. To import again does no harm, and a "
        "number that a later table states otherwise becomes a revision beside the old one.\n\n"
        "\b\n"
        "Examples:\n"
        "  reportgen import 2024-05.csv --draft -o customs.toml\n"
        "  reportgen import 2024-*.csv --recipe customs.toml --dry-run --preview read.html\n"
        "  reportgen import 2024-*.csv --recipe customs.toml --into my-pack/data"
    ),
    "import.recipe": "How the tables are read (TOML).",
    "import.into": "The dataset: a folder of CSV files, an .xlsx or an SQLite file. It is made where it is missing.",
    "import.dry-run": "Show what would be new, the same, revised and refused, and write nothing.",
    "import.preview": "Also write a page that shows each table with every cell coloured by what it was taken for.",
    "import.draft": "Write a first recipe from one table, with what it could not decide as questions in it.",
    "import.output": "With --draft: where the recipe goes.",
    "export": (
        "Write a dataset anew in another form; nothing of it is lost on the way.\n\n"
        "PACK|DATA and --to are each a folder of CSV files, an .xlsx workbook, an SQLite file (.sqlite), a folder of Parquet files "
        "(NAME.parquet, needs reportgen[parquet]) or the URL of a database (needs reportgen[sql]). --to FILE.csv writes the observations as "
        "SDMX-CSV 2.0. Values stay as they are written. In CSV files a text that a spreadsheet would run as a formula gets an "
        "apostrophe, which is taken off when it is read.\n\n"
        "\b\n"
        "Examples:\n"
        "  reportgen export my-pack/data --to data.xlsx\n"
        "  reportgen export data.xlsx --to data.sqlite\n"
        "  reportgen export data --to postgresql+psycopg://office@server/indicators --replace"
    ),
    "export.to": "Where the dataset goes; its name says in which form.",
    "export.as": "The form, where the name does not say it.",
    "export.replace": "Replace what is there.",
    "help": (
        "Print the reference: every column of a dataset, key of pack.toml, name in a template, key of a recipe.\n\n"
        "\b\n"
        "Examples:\n"
        "  reportgen help data\n"
        "  reportgen help template --language zh > names.md"
    ),
    "form": (
        "Let people fill in a dataset's next figures in Excel, and take back what they return.\n\n"
        "`form export` writes entry workbooks, `form collect` reads the returned ones into the dataset.\n\n"
        "\b\n"
        "Examples:\n"
        "  reportgen form export my-pack/data -o forms --period 2025-01 --for-each ref_area\n"
        "  reportgen form collect returned/*.xlsx --into my-pack/data --dry-run\n"
        "  reportgen form collect returned/*.xlsx --into my-pack/data --annotate send-back"
    ),
    "form-export": (
        "Write entry workbooks: a row for each figure of the next period, with the last number beside it. Of a pack they ask "
        "what its documents use.\n\n"
        "Each form knows what it asked and what the dataset held. Only the cells to fill in are open; there is no password."
    ),
    "form-export.output": "The folder that the forms go into.",
    "form-export.for-each": "A form for each area.",
    "form-export.period": "The period to ask for; may be given several times. Default: the one after each series' latest.",
    "form-export.wide": "A row for each series and a column for each period.",
    "form-collect": (
        "Read returned forms (.xlsx, .xls, .ods) into the dataset, however people changed them.\n\n"
        "Each number is new, the same, revised, or conflicting: the dataset was changed since the form was made. A cell that "
        "cannot be read is named. Nothing is written while an error stands. A revision stands beside the old number, with its "
        "reason and the form's day."
    ),
    "form-collect.into": "The dataset: a folder of CSV files, an .xlsx or an SQLite file.",
    "form-collect.dry-run": "Show every number and what it would be, and write nothing.",
    "form-collect.partial": "Write the numbers that have no error.",
    "form-collect.annotate": "Write a copy of each form with findings into DIR, with a comment at each cell: to be sent back.",
    # ---- usage errors ----
    "error": "Error: {said}",
    "try-help": "Try '{command} --help' for help.",
    "no-such-command": "No such command '{name}'. {near:?Did you mean '{near}'?|Commands: {known}.}",
    "missing-command": "Missing command.",
    "no-such-option": "No such option '{option}'.{near:? Did you mean '{near}'?| Options: {known}.}",
    "option-needs-a-value": "Option '{option}' requires an argument.",
    "option-takes-no-value": "Option '{option}' does not take a value.",
    "missing-argument": "Missing argument '{parameter}'.",
    "missing-option": "Missing option '{parameter}'.",
    "surplus": "Got unexpected extra {count:argument|arguments} ({arguments}).",
    "bad-value": "Invalid value for '{parameter}': {said}",
    "not-a-choice": "Invalid value for '{parameter}': '{value}' is not {choices:or}.{near:? Did you mean '{near}'?}",
    "not-in-range": "Invalid value for '{parameter}': '{value}' is not a whole number from {least} to {most}.",
    "no-such-file": "Invalid value for '{parameter}': File '{path}' does not exist.{near:? Did you mean '{near}'?}",
    "no-such-folder": "Invalid value for '{parameter}': Directory '{path}' does not exist.{near:? Did you mean '{near}'?}",
    "no-such-path": "Invalid value for '{parameter}': Path '{path}' does not exist.{near:? Did you mean '{near}'?}",
    "is-a-folder": "Invalid value for '{parameter}': '{path}' is a directory.",
    "is-a-file": "Invalid value for '{parameter}': '{path}' is a file.",
    "not-a-period": "{value} is no period such as 2024-11.",
    "not-a-date": "{value} is no date such as 2024-03-31.",
    "one-form": "Give one of --json and --csv.",
    # ---- what commands print ----
    "error-word": "error",
    "warning-word": "warning",
    "note-word": "note",
    "of-one-kind": "{count} findings of one kind",
    "more-of-them": "and {count} more; --verbose prints each",
    "nothing-found": "Nothing was found.",
    "option.quiet": "Print errors only.",
    "option.verbose": "Print each finding by itself, notes too, and each step.",
    "summary": (
        "{errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}, {notes} {notes:note|notes}"
    ),
    "started": "A starter pack of {count} files is in {folder}. Build it with: reportgen build {folder}",
    "exported": "{rows} {rows:row|rows} written to {data} ({names}).",
    "export-left-out": "SDMX-CSV holds observations alone: {tables:and} are not in it.",
    "needs-for-each": "--where, --name, --scheduler and --afresh are for batches: name the dimension with --for-each.",
    "time-left": "{minutes:?{minutes} min |}{seconds} s left",
    "batch-step": "… {done} of {of}: {member}{left:?, about {left}}",
    "batch-done": "{all} {all:pack|packs}: {built} built, {unchanged} as before{members:?, {failed} not built ({members:and})}. See {page}.",
    "kept": "{old} was edited by hand since the last build: that copy is kept as {new}.",
    "no-figures": "No figure has an id like {pattern}; `reportgen figures` without --id lists them all.",
    "note-over-input": "{path} is one of the two that are compared: choose another name for the note.",
    "refresh-over-input": "{path} is the document itself, which is never overwritten: choose another name with -o.",
    "system-error": "{file:?{file}: |}{why}; check the path and your rights there, and close the program that holds it.",
    "own-error": (
        "an error of reportgen's own ({kind}: {said}). Run again with `reportgen --debug ...` and send us what it prints."
    ),
    "not-printed": "What the command says cannot be printed ({why}): make room for it, or print it elsewhere, and run it again.",
    "stopped": "Stopped: nothing is left half written.",
}

FINDINGS: dict[str, Advice] = {}
