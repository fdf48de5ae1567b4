"""Word templates and documents, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

NAMES: dict[str, str] = {}
"""What the functions and filters of Word templates are called beside the program's own names."""

STYLES: dict[str, tuple[str, ...]] = {
    "caption": ("Report Caption", "caption"),
    "unit": ("Table Unit",),
    "head": ("Table Head",),
    "cell": ("Table Text",),
    "number": ("Table Number",),
    "group": ("Table Group",),
    "note": ("Table Note",),
    "source": ("Table Source",),
    "chart": ("Chart",),
    "table": ("Report Table",),
    "link": ("Hyperlink",),
}
"""Names of the styles that generated parts look for. Built-in styles keep their English name in every Word."""

MESSAGES: dict[str, Entry] = {
    # what is written into documents
    "table-label": "Table",
    "chart-label": "Figure",
    "before-caption-number": "{label} ",
    "after-caption-number": "  {title}",
    "note-head": "{count:Note|Notes}: ",
    "note-number": "{number}. ",
    "note-mark": "{mark} ",
    "source-head": "Source: ",
    "unit-line": "Unit: {unit}",
    "head-with-unit": "{head} ({unit})",
    "drawing-name": "Chart {number}",
    # what the parts of a document are called
    "header": "header",
    "first-header": "first-page header",
    "even-header": "even-page header",
    "footer": "footer",
    "first-footer": "first-page footer",
    "even-footer": "even-page footer",
    "in-section": "{part} of section {section}",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "properties": "document properties",
    "variables": "document variables",
    "comments": "comments",
    "building-blocks": "building blocks",
    "chart": "chart",
    "styles": "styles",
    "lists": "numbering of lists",
    "taken-in": "file taken in on opening (altChunk)",
    "paragraph": "paragraph",
    "table-row": "table row",
    "table-cell": "table cell",
    "a-table": "a table",
    "another-row": "another table row",
    "another-cell": "another table cell",
    "another-paragraph": "another paragraph",
    "another-place": "another place",
    "a-hyperlink": "a hyperlink",
    "a-control": "a content control",
    "a-text-box": "a text box",
    # what an inserted document loses
    "left-out-section": "its sections (page layout, headers)",
    "left-out-comment": "its comments",
    "left-out-note": "notes that have no text or stand in a header",
    "left-out-note-link": "the links in its notes (their text stays)",
    "left-out-note-picture": "the pictures in its notes",
    # errors
    "no-document": "The template is no Word document; use a .docx, .docm, .dotx or .dotm file.",
    "cannot-fill": "The Word template cannot be filled: {first}{more:? ({more} more)}",
    "document-not-read": "The document {path} cannot be read ({reason}).",
    "document-without-text": "The document to be inserted has no text.",
    "document-damaged": "The document is damaged; save it anew in Word.",
    "not-editable-in-place": "The part {part} is written in a form that cannot be edited in place; save the document anew "
    "in Word.",
}

FINDINGS: dict[str, Advice] = {
    "split-tag": Advice(
        "“{tag}” is split by formatting and takes the format of its first brace.",
        "Give the whole tag one format.",
    ),
    "text-beside-tag": Advice(
        "“{tag}” takes the whole {holder}; “{lost}” beside it would be lost.",
        "Give the tag a {holder} of its own.",
    ),
    "misplaced-tag/vm": Advice(
        "“{tag}” merges a cell down over the rows of a loop, and stands in none.",
        "Put its row between {%tr for … %} and {%tr endfor %}.",
    ),
    "misplaced-tag/hm": Advice(
        "“{tag}” merges a cell across the columns of a loop, and stands in none.",
        "Put its cell between {%tc for … %} and {%tc endfor %}.",
    ),
    "misplaced-tag": Advice(
        "“{tag}” works on a {holder}, and stands in none.", "Put it into a table, or leave the prefix out."
    ),
    "block-across-structure": Advice(
        "“{opener}” ends at “{closer}” in {where}: only part of it would be written.",
        "Put both into the same cell or paragraph, or give both the prefix p or tr.",
    ),
    "tag-syntax/part": Advice("{problem}", "Correct the tags of this part."),
    "unknown-reference": Advice(
        "No table, chart or bookmark is called “{name}”.",
        "{near:?Did you mean {near:quoted or}?|Write a name that the data has.}",
    ),
    "unknown-reference/not-shown": Advice(
        "{name} is referred to, and the document does not show it under a caption.",
        "{shown:?Show it with a title, or refer to {shown:quoted or}.|Show it with a title.}",
    ),
    "cell-value/colour": Advice(
        "“{value}” is no colour.", "Write six hexadecimal digits (FF0000) or a name such as red."
    ),
    "cell-value/span": Advice("A cell cannot go over “{value}” columns.", "Write a number from 1 to 63."),
    "tag-in-address": Advice(
        "The address of a link holds a tag that shows no value: {address}.", "Write only {{ }} in addresses."
    ),
    "misplaced-value/newer-chart": Advice(
        "A chart of this newer kind (waterfall, funnel, treemap, sunburst, histogram, box plot, map) cannot be filled.",
        "Draw columns, bars, lines, a pie, a scatter or a stock chart.",
    ),
    "misplaced-value/picture-for-chart": Advice(
        "A picture stands where a chart is drawn.", "Name a chart there."
    ),
    "misplaced-value/chart-for-picture": Advice(
        "A chart stands where a picture is drawn.", "Draw a chart there, or give the tag a paragraph."
    ),
    "misplaced-block": Advice(
        "A table, a chart or whole paragraphs cannot stand inside a line of text.",
        "Give its tag a paragraph of its own.",
    ),
    "misplaced-footnote": Advice(
        "A footnote or endnote can only stand in the body.", "Take the tag out of the header, footer or note."
    ),
    "control-character": Advice(
        "The text “{near}” holds the character {character}, which a Word document cannot.",
        "Take the character out of the data.",
    ),
    "tag-not-filled/inserted": Advice(
        "The inserted document holds a tag, which stays as it is.",
        "Fill that document first, and insert the result.",
    ),
    "tag-not-filled/comment": Advice(
        "A tag in a comment is not filled and would come out as it is.",
        "Put it into the text, or delete the comment.",
    ),
    "tag-not-filled/chunk": Advice(
        "A file that Word takes in on opening holds a tag, which stays as it is.",
        "Insert the file's text, or give it as a Subdocument.",
    ),
    "tag-not-filled/deleted": Advice(
        "A tracked deletion holds a tag, which would come out as it is where somebody rejects it.",
        "Accept the deletion in the template.",
    ),
    "tag-not-filled/chart": Advice(
        "A tag in the data of a chart is not filled and would be shown as it is.",
        "Fill the chart as a whole: put {{ charts.NAME }} into its alternative text.",
    ),
    "tag-not-filled/definition": Advice(
        "A tag in the name of a style or the number of a list is not filled and would come out as it is.",
        "Put it into the text.",
    ),
    "tag-not-filled/building-block": Advice(
        "A tag in a building block is not filled and would come out as it is.",
        "Put it into the text, or delete the building block.",
    ),
    "unavailable-tag/filter": Advice(
        "“{keyword}” cannot be used in a Word template.", "Write the filter into each tag: {{ name|upper }}."
    ),
    "no-value/tag": Advice("{reason}", "Take the tag out, or test it with {% if %}."),
    "foreign-value": Advice(
        "docxtpl's {kind} cannot be shown here.", "Give a text, a Picture or a Subdocument."
    ),
    "foreign-value/link": Advice(
        "The link “{shown}” in docxtpl's {kind} works in docxtpl's copy of the template only.",
        "Give RichText(text, url=address) of reportgen.word instead.",
    ),
    "unsound-xml": Advice(
        "A value brings XML or HTML of its own that Word cannot read.",
        "Give a text, or RichText of reportgen.word for a look of its own.",
    ),
    "unknown-picture": Advice(
        "The document has no picture called “{name}”.",
        "{near:?Name one of those that there are: {near:quoted or}.|Give the picture an alternative text in Word.}",
    ),
    "picture": Advice("{reason}", "Look at the picture."),
    "chart-data": Advice(
        "The chart “{chart}” cannot be filled: its series “{name}” has {values:one value|{values} values} for {categories} categories.",
        "Give every series a value for each category.",
    ),
    "chart-design/series": Advice(
        "{reason}", "Give the chart's data a series of that name, with a value for each category."
    ),
    "chart-design/panels": Advice(
        "Small multiples are several charts, and the chart drawn here is one.",
        "Delete the drawn chart and write {{ charts.{chart} }} in a paragraph of its own.",
    ),
    "chart-design": Advice("{reason}", "Look at the chart in Word."),
    "subdocument": Advice("{reason}", "Save the document as .docx and name it anew."),
    "subdocument-left-out": Advice("The inserted document loses {kinds}.", "Set them in the template."),
}
