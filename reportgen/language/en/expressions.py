"""Expressions of templates, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

_NEAR = "Did you mean {near:quoted or}?"

MESSAGES: dict[str, Entry] = {
    # a tag that cannot be read
    "no-filter": "There is no filter called “{name}”.",
    "no-test": "There is no test called “{name}”.",
    "meaningless-character": "The character “{character}” has no meaning there.",
    "tag-ends-early": "The tag ends where {wanted} should stand.",
    "wrong-token": "“{found}” stands where {wanted} should.",
    "cannot-be-read": "The tag cannot be read{said:?: {said}|}.",
    "too-deep-to-read": "The tags nest too deeply, or a number in them is too long.",
    "end-of-tag": "the end of the tag",
    "expression": "an expression",
    "token": "“{token}”",
    # an expression that failed
    "cannot-be-worked-out": "The expression cannot be worked out: {why}.",
    "division-by-zero": "division by zero",
    "not-a-number": "it is no number that can be computed with",
    "not-to-be-called": "that is called with brackets “()” and takes none",
    "values-missing": "in the brackets {names:and} is missing",
    "unknown-value": "in the brackets nothing called {names:and} is taken",
    "too-many-values": "in the brackets there are too many values",
    "no-list": "that is no list that can be gone through, or its items have fewer parts than names",
    "number-needed": "a whole number is needed there",
    "unlike-values": "the values are not of one kind; compute and compare with .raw, which is the bare number",
    "too-large": "the number is too large",
    "too-deep": "it is nested too deeply",
    "out-of-reach": "that is out of a template's reach",
    "wrong-type": "a value is of a kind that does not fit there",
    "wrong-value": "a value does not fit there",
    "no-such-item": "there is no such item",
    "other-failure": "a step in it does not work",
    "unknown": "“{name}” is unknown",
    "no-member": "nothing there is called “{name}”",
    "refused": "“{name}” is out of a template's reach",
    "no-else": "a condition without “else” gave nothing",
    "too-slow": "the filling takes more than {limit} seconds (“seconds” under [limits] in pack.toml)",
    "too-much-memory": "the filling makes more than {limit} MiB of values (“memory_mib” under [limits] in pack.toml)",
    "too-much-output": "the filling writes more than {limit} MiB (“output_mib” under [limits] in pack.toml)",
    "range-too-long": "a range of more than {limit} steps",
    "format-too-wide": "a number format wider than {limit} characters",
    "more-than-allowed": "{size} is more than the {limit} that a template may ask for",
}

FINDINGS: dict[str, Advice] = {
    "unknown-name": Advice(
        "The name “{name}” is unknown.", f"{{near:?{_NEAR}|Write a name that the data has.}}"
    ),
    "unknown-name/member": Advice(
        "“{owner}” has nothing called “{name}”.", f"{{near:?{_NEAR}|Write a name that the data has.}}"
    ),
    "unknown-name/item": Advice(
        "The list has no item {name}.", "Count from 0, or go through the list with {% for %}."
    ),
    "no-value/empty": Advice(
        "There is no value here: the list is empty.", "Test the list with {% if %} first."
    ),
    "unknown-name/refused": Advice(
        "“{name}” is out of a template's reach.", f"{{near:?{_NEAR}|Write a name that the data has.}}"
    ),
    "undefined-used": Advice("{reason}", f"{{near:?{_NEAR}|Write a name that the data has.}}"),
    "undefined-used/tag": Advice("{reason}", "Look at “{tag}”."),
    "near-tag/statement": Advice(
        "“{written}” is no tag, and would stay as it is.",
        "Write {% and %} without blanks between bracket and percent sign.",
    ),
    "near-tag": Advice(
        "“{written}” is no tag, and would stay as it is.",
        "Write {{ {expression} }}, with two curly brackets on each side.",
    ),
    "no-value/missing": Advice(
        "There is no value here{value:? ({value})}.",
        "Write {{ … if … is not none else “n/a” }}, or leave the line out with {% if %}; default(…, true) and “or” would also replace 0.",
    ),
    "no-value/list": Advice(
        "A list stands where one value should.", "Go through it with {% for %}, or join it: |join(', ')."
    ),
    "no-value/method": Advice("A method stands where a value should.", "Add brackets: name()."),
    "no-value/whole": Advice(
        "A table, chart, picture, note, reference or rich text would lose what it is when it is joined with text.",
        "Give it a tag of its own.",
    ),
    "no-value/group": Advice(
        "This is no value by itself.",
        "{members:?Write one of its members: {members:quoted or}.|Write one of its members.}",
    ),
    "no-value/object": Advice(
        "This is an object that says nothing by itself.",
        "{members:?Write one of its members: {members:quoted or}.|Give the template a text, number or date.}",
    ),
    "expression-failed": Advice("{reason}", "Make the template do less, or raise the limit."),
    "expression-failed/value": Advice("{reason}", "Correct the tag or the data."),
    "no-value": Advice("{reason}"),
    "expression-failed/tag": Advice("{reason}", "Look at “{tag}”."),
    "open-tag": Advice(
        "The tag is not closed: “}}”, “%}” or “#}” is missing.", "Close it in the same paragraph."
    ),
    "empty-tag": Advice("The tag is empty.", "Write a name in it, or delete it."),
    "unavailable-tag": Advice("“{keyword}” cannot be used in a template.", "Delete the tag."),
    "unknown-statement": Advice(
        "There is no statement “{keyword}”.", "To show a value write {{ }} instead of {% %}."
    ),
    "unknown-statement/near": Advice("There is no statement “{keyword}”.", _NEAR),
    "unknown-filter/filter": Advice(
        "There is no filter called “{name}”.", f"{{near:?{_NEAR}|Correct the tag.}}"
    ),
    "unknown-filter/test": Advice("There is no test called “{name}”.", f"{{near:?{_NEAR}|Correct the tag.}}"),
    "tag-syntax": Advice("{problem}", "Correct the tag."),
    "open-block": Advice(
        "The “{block}” is opened here and never closed.", "Add {% {end} %} after the part it is for."
    ),
    "stray-block-end/after-else": Advice(
        "“{keyword}” comes after the “else” of its block.", "Write it before, or delete this tag."
    ),
    "stray-block-end": Advice(
        "“{keyword}” stands where no “{block}” is open.",
        "Open it with {% {block} … %} before, or delete this tag.",
    ),
}
