"""The keys of ``pack.toml``, and what is wrong with the values that a definition gives them.

Every mistake is a finding that names the key, what stands there and what is wanted; all are reported at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal, get_args

from reportgen.build.file_names import is_file_name, name_key
from reportgen.build.pack_file import FILE
from reportgen.build.signs import is_signs
from reportgen.content import MarkStyle
from reportgen.figures.moving_texts import PLACES, unknown_place
from reportgen.findings import Finding, Place, Severity
from reportgen.language import languages as known_languages
from reportgen.language.period_reader import read_period
from reportgen.limits import Limits
from reportgen.messages import Message
from reportgen.renderers import format_of
from reportgen.spelling import likeliest
from reportgen.style import SIGN_SETS, SIGNS, Appendix, Form, Rounding

KEYS = ("name", "languages", "dataset", "ref_area", "period", "cut_off", "documents", "tables", "charts")
OPTIONS = (
    "lineage",
    "marks",
    "percent_decimals",
    "national_area",
    "period_like",
    "limits",
    "rounding",
    "style",
    "signs",
    "appendix",
    "link_figures",
)
DOCUMENT_KEYS = ("template", "output", "databook", "languages", "marks", "for_each", "style")
LATEST = "latest"
"""In place of a period or a cut-off date: that of the newest data."""
PeriodLike = Literal["cumulative", "month", "quarter", "year"]
FOR_EACH = ("ref_area", "period", "breakdown", "counterpart_area")
ALL = "all"
"""``databook = "all"``: a data book of all that the dataset supports."""
_PLACES_IN_NAMES = ("{language}", "{area}", "{breakdown}", "{partner}", "{year}", "{month}")
REQUIRED = ("dataset", "ref_area", "period", "cut_off", "documents")
TEXT_REQUIRED = ("title", "issuer")
LANGUAGES = ("en", "zh")
"""What a pack is in that does not name its languages: those that a dataset has labels in."""
_DATABOOK = ".xlsx"
LIMITS = tuple(Limits.__struct_fields__)
_HIGHEST_LIMIT = 100_000
_LONGEST_SHOWN = 60
"""So many characters of a value are shown."""


def as_date(value: date | str) -> date:
    """A date of TOML, or one in quotes. Raises ``ValueError``."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(value)


def mistakes_in(raw: Mapping[str, Any]) -> Iterator[Finding]:
    """What is wrong in a definition as it was read."""
    known = (*KEYS, *known_languages(), *OPTIONS)
    yield from _unknown_keys(raw, known, "")
    yield from _missing(raw, REQUIRED, "", known)
    for key in ("name", "dataset", "ref_area", "national_area"):
        if not isinstance(raw.get(key, ""), str):
            yield _wrong(key, raw[key], "text")
    if "name" in raw and isinstance(raw["name"], str) and not is_file_name(raw["name"]):
        yield _wrong("name", raw["name"], "folder-name")
    for key in ("lineage", "link_figures"):
        if not isinstance(raw.get(key, True), bool):
            yield _wrong(key, raw[key], "true-or-false")
    yield from _marks_findings(raw, "")
    yield from _limits_findings(raw)
    if raw.get("percent_decimals", 1) not in range(5) or isinstance(raw.get("percent_decimals"), bool):
        yield _wrong("percent_decimals", raw["percent_decimals"], "decimals")
    yield from _language_findings(raw)
    if "period" in raw and raw["period"] != LATEST and not _reads(lambda: read_period(str(raw["period"]))):
        yield _wrong("period", raw["period"], "period")
    if "cut_off" in raw and raw["cut_off"] != LATEST and not _reads(lambda: as_date(raw["cut_off"])):
        yield _wrong("cut_off", raw["cut_off"], "date")
    yield from _choice_findings(raw, "period_like", get_args(PeriodLike), "")
    yield from _choice_findings(raw, "rounding", get_args(Rounding), "")
    yield from _choice_findings(raw, "style", get_args(Form), "")
    yield from _choice_findings(raw, "appendix", get_args(Appendix), "")
    if not is_signs(raw.get("signs", "usual")):
        yield _wrong("signs", raw["signs"], "signs", sets=json.dumps(list(SIGN_SETS)), keys=", ".join(SIGNS))
    yield from _document_findings(raw)
    for key in ("tables", "charts"):
        section = raw.get(key, {})
        if not isinstance(section, dict) or not all(isinstance(item, dict) for item in section.values()):
            yield _wrong(key, section, "sections", section=key)


def _limits_findings(raw: Mapping[str, Any]) -> Iterator[Finding]:
    limits = raw.get("limits", {})
    if not isinstance(limits, dict):
        yield _wrong("limits", limits, "sections", section="limits")
        return
    yield from _unknown_keys(limits, LIMITS, "limits.")
    for key in LIMITS:
        value = limits.get(key, 1)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= _HIGHEST_LIMIT:
            yield _wrong(f"limits.{key}", value, "limit", most=str(_HIGHEST_LIMIT))


def _language_findings(raw: Mapping[str, Any]) -> Iterator[Finding]:
    languages = raw.get("languages", list(LANGUAGES))
    known = isinstance(languages, list) and languages and all(item in known_languages() for item in languages)
    if not known or len(set(languages)) != len(languages):
        yield _wrong("languages", languages, "languages", known=json.dumps(known_languages()))
        return
    for language in languages:
        section = raw.get(language)
        if not isinstance(section, dict):
            yield mistake_at("missing-key", language, "section")
            continue
        yield from _missing(section, TEXT_REQUIRED, f"{language}.")
        for key, text in section.items():
            if isinstance(text, bool) or not isinstance(text, (str, int)):
                yield _wrong(f"{language}.{key}", text, "text")
            elif place := unknown_place(str(text)):
                yield mistake_at("wrong-value", f"{language}.{key}", "no-place", written=place, known=PLACES)


def _document_findings(raw: Mapping[str, Any]) -> Iterator[Finding]:
    documents = raw.get("documents", [])
    if not isinstance(documents, list) or not all(isinstance(item, dict) for item in documents):
        yield _wrong("documents", documents, "documents")
        return
    languages = raw.get("languages", list(LANGUAGES))
    seen: dict[str, str] = {}
    for number, item in enumerate(documents, start=1):
        at = f"documents[{number}]."
        yield from _unknown_keys(item, DOCUMENT_KEYS, at)
        yield from _missing(item, ("output",), at, DOCUMENT_KEYS)
        yield from _marks_findings(item, at)
        yield from _choice_findings(item, "for_each", FOR_EACH, at)
        yield from _choice_findings(item, "style", get_args(Form), at)
        if item.get("databook", False) not in (True, False, ALL):
            yield _wrong(f"{at}databook", item["databook"], "databook")
        if ("template" in item) == bool(item.get("databook")):
            yield mistake_at("wrong-value", f"{at}template", "template-or-databook")
        output = item.get("output", "x")
        if not isinstance(output, str) or not is_file_name(output):
            yield _wrong(f"{at}output", output, "file-name")
            continue
        if place := unknown_place(output, _PLACES_IN_NAMES):
            yield mistake_at("wrong-value", f"{at}output", "no-place", written=place, known=_PLACES_IN_NAMES)
        wanted = format_of(str(item.get("template", _DATABOOK)), output)
        if wanted is not None:
            suffixes = wanted.suffixes
            yield mistake_at("wrong-value", f"{at}output", "output-kind", output=output, suffixes=suffixes)
            continue
        for language in languages if isinstance(languages, list) else ():
            name = name_key(output.replace("{language}", str(language)))
            if name in seen:
                yield mistake_at("duplicate-output", f"{at}output", output=name, placeholder="{language}")
            seen[name] = at


def _marks_findings(section: Mapping[str, Any], at: str) -> Iterator[Finding]:
    yield from _choice_findings(section, "marks", get_args(MarkStyle), at)


def _choice_findings(
    section: Mapping[str, Any], key: str, known: tuple[str, ...], at: str
) -> Iterator[Finding]:
    if key in section and section[key] not in known:
        yield _wrong(f"{at}{key}", section[key], "one-of", known=json.dumps(known))


def _unknown_keys(section: Mapping[str, Any], known: tuple[str, ...], at: str) -> Iterator[Finding]:
    for key in section:
        if key not in known:
            yield mistake_at("unknown-key", f"{at}{key}", "pack", near=likeliest(key, known), known=known)


def _missing(
    section: Mapping[str, Any], required: tuple[str, ...], at: str, known: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """The required keys that the section lacks. One that is there under a mistyped name follows from that mistake."""
    mistyped = {likeliest(key, known): key for key in section if key not in known} if known else {}
    for key in required:
        if not section.get(key):
            typed = mistyped.get(key)
            cause = ("unknown-key", Place(file=FILE, text=f"{at}{typed}")) if typed else None
            yield mistake_at("missing-key", f"{at}{key}", "pack").with_(cause=cause)


def _wrong(key: str, value: Any, wanted: str, **parameters: str) -> Finding:
    """The value at ``key`` is not what is ``wanted`` there: a name of an entry, said with ``parameters``."""
    asked = Message(f"pack.wanted-{wanted}", **parameters)
    return mistake_at("wrong-value", key, "pack", value=_as_typed(value), wanted=asked)


def _as_typed(value: Any) -> str:
    """A value as it stands in the file, or its beginning."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def mistake_at(code: str, key: str, variant: str = "", **parameters: Any) -> Finding:
    """A mistake at a key of the definition."""
    place = Place(file=FILE, text=key)
    return Finding(code, Severity.ERROR, place=place, variant=variant, key=key, **parameters)


def _reads(read: Any) -> bool:
    try:
        read()
    except (ValueError, TypeError):
        return False
    return True
