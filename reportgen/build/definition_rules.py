"""The keys of ``pack.toml`` outside its tables and charts: what each takes, and what contradicts another."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, get_args

from reportgen.build.file_names import is_file_name, name_key
from reportgen.build.signs import read_signs
from reportgen.content import MarkStyle
from reportgen.figures.moving_texts import check_places
from reportgen.language import languages as known_languages
from reportgen.limits import Limits
from reportgen.messages import DATASET_LANGUAGES, Message
from reportgen.record import replace
from reportgen.renderers import format_of
from reportgen.style import SIGN_SETS, SIGNS, Appendix, Rounding, StyleForm
from reportgen.toml_keys import (
    ANY,
    FLAG,
    PERIOD,
    TEXT,
    KeyReader,
    KeyRule,
    fitting,
    is_mapping,
    is_text,
    is_whole,
    one_of,
    section,
    sections,
    whole,
)

LATEST = "latest"
"""In place of a period or a cut-off date: that of the newest data."""
PeriodLike = Literal["cumulative", "month", "quarter", "year"]
FOR_EACH = ("ref_area", "period", "breakdown", "counterpart_area")
ALL = "all"
"""``databook = "all"``: a data book of all that the dataset supports."""
_PLACES_IN_NAMES = ("{language}", "{area}", "{breakdown}", "{partner}", "{year}", "{month}")
_DATABOOK = ".xlsx"
_HIGHEST_LIMIT = 100_000


def _date(value: Any) -> date | None:
    """A date of TOML, or one in quotes; ``None`` for the latest."""
    if value == LATEST:
        return None
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(value)


def _issue_date(value: Any) -> Any:
    """A date, or a section with the day of the month after the period."""
    if is_mapping(value):
        return value
    if value == LATEST:
        raise ValueError
    return _date(value)


def _is_file_name(value: Any) -> bool:
    return isinstance(value, str) and is_file_name(value)


def _languages() -> KeyRule:
    known = known_languages()

    def fits(value: Any) -> bool:
        named = isinstance(value, list) and value and all(item in known for item in value)
        return bool(named) and len(set(value)) == len(value)

    return fitting("languages", fits, known=json.dumps(known))


_MARKS, _FORM = one_of(get_args(MarkStyle)), one_of(get_args(StyleForm))
_TEXT_OF_PACK = fitting(
    "text", lambda value: is_text(value) or is_whole(value), lambda value: check_places(str(value))
)
LANGUAGE_KEYS = {
    **dict.fromkeys(("title", "issuer"), replace(_TEXT_OF_PACK, required=True)),
    ANY: _TEXT_OF_PACK,
}
_DAY_OF_MONTH = replace(whole(1, 31), required=True)
LIMITS = dict.fromkeys(Limits.__struct_fields__, whole(1, _HIGHEST_LIMIT))
_OF_TABLES = fitting("sections", lambda value: is_mapping(value) and all(map(is_mapping, value.values())))
OPTIONS: Mapping[str, KeyRule] = {
    "lineage": FLAG,
    "marks": _MARKS,
    "percent_decimals": whole(0, 4),
    "national_area": TEXT,
    "period_like": one_of(get_args(PeriodLike)),
    "limits": section(LIMITS),
    "rounding": one_of(get_args(Rounding)),
    "style": _FORM,
    "signs": KeyRule(
        Message("pack.wanted-signs", sets=json.dumps(list(SIGN_SETS)), keys=tuple(SIGNS)),
        read_signs,
        choices=tuple(SIGN_SETS),
    ),
    "appendix": one_of(get_args(Appendix)),
    "link_figures": FLAG,
}


def document_keys() -> dict[str, KeyRule]:
    """The keys of ``[[documents]]``."""
    return {
        "template": TEXT,
        "output": fitting(
            "file-name", _is_file_name, lambda name: check_places(name, _PLACES_IN_NAMES), required=True
        ),
        "databook": fitting("databook", lambda value: isinstance(value, bool) or value == ALL),
        "languages": _languages(),
        "marks": _MARKS,
        "for_each": one_of(FOR_EACH),
        "style": _FORM,
    }


def keys() -> dict[str, KeyRule]:
    """The keys of ``pack.toml`` but for languages and options."""
    latest = Message("pack.wanted-period-or-latest")
    return {
        "name": fitting("folder-name", _is_file_name),
        "languages": _languages(),
        "dataset": replace(TEXT, required=True),
        "ref_area": replace(TEXT, required=True),
        "period": KeyRule(
            latest, lambda value: None if value == LATEST else PERIOD.read(value), required=True
        ),
        "cut_off": KeyRule(Message("pack.wanted-date"), _date, required=True),
        "issue_date": KeyRule(
            Message("pack.wanted-issue-date", following="{ day = 20 }"),
            _issue_date,
            keys={"day": _DAY_OF_MONTH},
        ),
        "documents": sections(document_keys(), required=True),
        "tables": _OF_TABLES,
        "charts": _OF_TABLES,
    }


def read_keys(reader: KeyReader, raw: Mapping[str, Any]) -> dict[str, Any]:
    """What a definition gives by key, with a section for each language that the pack is in."""
    asked = raw.get("languages", list(DATASET_LANGUAGES))
    asked = asked if isinstance(asked, list) else []
    of_languages = {
        code: section(LANGUAGE_KEYS, required=True) if code in asked else KeyRule(TEXT.wanted)
        for code in known_languages()
    }
    given = reader.section("", raw, {**keys(), **of_languages, **OPTIONS})
    given.setdefault("languages", list(DATASET_LANGUAGES))
    if is_mapping(given.get("issue_date")):
        given["issue_date"] = given["issue_date"].get("day")
    _check_documents(reader, given.get("documents", ()), given["languages"])
    return given


def _check_documents(
    reader: KeyReader, documents: Sequence[Mapping[str, Any]], languages: Sequence[str]
) -> None:
    seen: set[str] = set()
    for number, item in enumerate(documents, start=1):
        at = f"documents[{number}]"
        if ("template" in item) == bool(item.get("databook")):
            reader.mistake("wrong-value", f"{at}.template", "template-or-databook")
        if "output" not in item:
            continue
        output = item["output"]
        if wanted := format_of(item.get("template", _DATABOOK), output):
            reader.mistake(
                "wrong-value", f"{at}.output", "output-kind", output=output, suffixes=wanted.suffixes
            )
            continue
        for language in languages:
            name = name_key(output.replace("{language}", language))
            if name in seen:
                reader.mistake("duplicate-output", f"{at}.output", output=name, placeholder="{language}")
            seen.add(name)
