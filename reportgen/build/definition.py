"""What a ``pack.toml`` says, read and checked: one definition for all languages of a pack.

Every mistake is a finding that names the key; all are reported at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from reportgen.build.file_names import is_file_name, name_key
from reportgen.build.signs import is_signs, signs_of
from reportgen.build.toml_files import TomlError, parse_toml
from reportgen.content import MarkStyle
from reportgen.dataset.records import TOTAL
from reportgen.dataset.stores import Location, is_url
from reportgen.errors import PackError
from reportgen.findings import Finding, Place, Severity, has_errors
from reportgen.language import languages as known_languages
from reportgen.limits import Limits
from reportgen.messages import Message
from reportgen.ooxml.files import read_file
from reportgen.periods import Period
from reportgen.renderers import format_of
from reportgen.spelling import likeliest
from reportgen.style import SIGN_SETS, SIGNS, STYLE, Appendix, Form, Rounding, Style

if TYPE_CHECKING:
    from reportgen.dataset.records import Dataset

FILE = "pack.toml"

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
REQUIRED = ("dataset", "ref_area", "period", "cut_off", "documents")
TEXT_REQUIRED = ("title", "issuer")
_LANGUAGES = ("en", "zh")
_DATABOOK = ".xlsx"
"""What a pack is in that does not name its languages: those that a dataset has labels in."""
LIMITS = tuple(Limits.__dataclass_fields__)
_HIGHEST_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class Document:
    """One file that a build makes. ``template`` is ``None`` for the data book, which needs none."""

    template: str | None
    output: str
    languages: tuple[str, ...]
    marks: MarkStyle | None = None
    """How its figures are marked, where not as in the rest of the pack."""
    for_each: str = ""
    """``ref_area``: it is made by ``--for-each ref_area`` alone."""
    everything: bool = False
    """Of a data book: whether it has all that the dataset supports, and not only what the pack uses."""
    form: Form | None = None
    """The form that it must have, where not that of the rest of the pack."""

    def template_for(self, language: str) -> str | None:
        return self.template.replace("{language}", language) if self.template else None


@dataclass(frozen=True)
class PackDefinition:
    """A pack as its ``pack.toml`` defines it. Paths are as written there, relative to ``folder``."""

    folder: Path
    name: str
    languages: tuple[str, ...]
    dataset: str
    ref_area: str
    stated_period: Period | None
    """``None``: the newest there is, which the dataset tells (:mod:`reportgen.build.latest`)."""
    stated_cut_off: date | None
    """``None``: the day on which the newest figures were published."""
    documents: tuple[Document, ...]
    texts: Mapping[str, Mapping[str, str]]
    """For each language what its section (``[en]``) says: title, number, issuer and any words of the pack's own."""
    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    charts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    lineage: bool = True
    marks: MarkStyle = "bookmarks"
    """How figures in documents are marked; without lineage they are not."""
    percent_decimals: int | None = None
    national_area: str = ""
    period_like: PeriodLike | None = None
    """In which periods the newest is looked for."""
    for_each: str = ""
    """What a batch is being made for: ``ref_area``; empty in a build of the pack alone."""
    breakdown: str = TOTAL
    counterpart_area: str = TOTAL
    """Of what part, and with whom, the figures of a pack of such a batch are."""

    form: Form = "plain"
    """``style`` in the file: the form that documents in Chinese must have."""
    appendix: Appendix = "full"
    link_figures: bool = False
    """How much the lists of figures and findings in documents say."""
    style: Style = STYLE
    """How numbers are printed: ``rounding`` is half up, or half to even."""
    limits: Limits = field(default_factory=Limits)
    """What the filling of one template may spend."""

    @property
    def period(self) -> Period:
        """The pack's period. Only for definitions that were settled on a dataset."""
        assert self.stated_period is not None
        return self.stated_period

    @property
    def cut_off(self) -> date:
        """The pack's cut-off date. Only for definitions that were settled on a dataset."""
        assert self.stated_cut_off is not None
        return self.stated_cut_off

    @property
    def is_a_batch_s_own(self) -> bool:
        """Whether a batch is being made, and there are documents for it alone."""
        return bool(self.for_each) and any(item.for_each == self.for_each for item in self.documents)

    def documents_in(self, language: str) -> list[Document]:
        """The documents to be made in a language: in a batch those meant for it, where there are any."""
        meant = self.for_each if self.is_a_batch_s_own else ""
        return [item for item in self.documents if language in item.languages and item.for_each == meant]

    def output_of(self, document: Document, language: str) -> str:
        """The name of a document's file in a language."""
        name = document.output.replace("{language}", language).replace("{area}", self.ref_area)
        name = name.replace("{breakdown}", self.breakdown).replace("{partner}", self.counterpart_area)
        if self.stated_period is None:
            return name
        month = f"{self.period.last % 12 + 1:02d}"
        return name.replace("{year}", str(self.period.year)).replace("{month}", month)

    @property
    def dataset_path(self) -> Location:
        """Where the dataset is: a path, or the URL of a database as it is written."""
        return self.dataset if is_url(self.dataset) else self.folder / self.dataset


def find_definition(path: Path) -> Path:
    """The ``pack.toml`` that ``path`` (the file or its folder) means."""
    file = path / FILE if path.is_dir() else path
    if not file.is_file():
        raise PackError(Message("pack.no-definition", path=str(path), file=FILE))
    return file


def read_definition(path: Path) -> PackDefinition:
    """Read and check a ``pack.toml`` (or the folder it lies in). Raises :class:`PackError` with all findings."""
    file = find_definition(path)
    raw = _parse(file)
    findings = list(_findings(raw))
    if has_errors(findings):
        raise PackError(
            Message("pack.definition-has-mistakes", file=file.name, count=len(findings)), findings
        )
    languages = tuple(raw.get("languages", _LANGUAGES))
    return PackDefinition(
        folder=file.parent,
        name=raw.get("name", file.resolve().parent.name),
        languages=languages,
        dataset=raw["dataset"],
        ref_area=raw["ref_area"],
        stated_period=None if raw["period"] == LATEST else Period.parse(str(raw["period"])),
        stated_cut_off=None if raw["cut_off"] == LATEST else _as_date(raw["cut_off"]),
        documents=tuple(_document(item, languages) for item in raw["documents"]),
        texts={language: {key: str(text) for key, text in raw[language].items()} for language in languages},
        tables=raw.get("tables", {}),
        charts=raw.get("charts", {}),
        lineage=raw.get("lineage", True),
        marks=raw.get("marks", "bookmarks"),
        percent_decimals=raw.get("percent_decimals"),
        national_area=raw.get("national_area", ""),
        period_like=raw.get("period_like"),
        style=_style(raw),
        form=raw.get("style", "plain"),
        appendix=raw.get("appendix", "full"),
        link_figures=raw.get("link_figures", False),
        limits=Limits(**raw.get("limits", {})),
    )


def unknown_areas(definition: PackDefinition, dataset: Dataset) -> list[Finding]:
    """The definition's areas that the dataset does not have, at the keys that name them."""
    found = []
    for key, area in (("ref_area", definition.ref_area), ("national_area", definition.national_area)):
        stated = key == "ref_area" or definition.national_area
        if stated and area not in dataset.areas:
            found.append(
                _finding("unknown-code", key, "area-of-pack", area=area, near=likeliest(area, dataset.areas))
            )
    return found


def _parse(file: Path) -> dict[str, Any]:
    try:
        return parse_toml(read_file(file).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise PackError(Message("pack.not-utf-8", file=file.name)) from None
    except TomlError as error:
        raise PackError(Message("pack.not-toml", file=file.name, line=error.row, slip=error.slip)) from None


def _document(item: Mapping[str, Any], languages: tuple[str, ...]) -> Document:
    wanted = tuple(item.get("languages", languages))
    spoken = tuple(language for language in languages if language in wanted)
    return Document(
        item.get("template"),
        item["output"],
        spoken,
        item.get("marks"),
        item.get("for_each", ""),
        item.get("databook") == ALL,
        item.get("style"),
    )


def _style(raw: Mapping[str, Any]) -> Style:
    """How numbers are printed; the usual style itself where nothing else is asked for."""
    signs = signs_of(raw.get("signs", "usual"))
    return (
        replace(STYLE, rounding=raw.get("rounding", "half_up"), **signs)
        if signs or "rounding" in raw
        else STYLE
    )


def _as_date(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _findings(raw: Mapping[str, Any]) -> Iterator[Finding]:
    known = (*KEYS, *known_languages(), *OPTIONS)
    yield from _unknown_keys(raw, known, "")
    yield from _missing(raw, REQUIRED, "", known)
    for key in ("name", "dataset", "ref_area", "national_area"):
        if not isinstance(raw.get(key, ""), str):
            yield _wrong(key, "text")
    if "name" in raw and isinstance(raw["name"], str) and not is_file_name(raw["name"]):
        yield _wrong("name", "folder-name")
    for key in ("lineage", "link_figures"):
        if not isinstance(raw.get(key, True), bool):
            yield _wrong(key, "true-or-false")
    yield from _marks_findings(raw, "")
    yield from _limits_findings(raw)
    if raw.get("percent_decimals", 1) not in range(5) or isinstance(raw.get("percent_decimals"), bool):
        yield _wrong("percent_decimals", "decimals")
    yield from _language_findings(raw)
    if "period" in raw and raw["period"] != LATEST and not _reads(lambda: Period.parse(str(raw["period"]))):
        yield _wrong("period", "period")
    if "cut_off" in raw and raw["cut_off"] != LATEST and not _reads(lambda: _as_date(raw["cut_off"])):
        yield _wrong("cut_off", "date")
    yield from _choice_findings(raw, "period_like", get_args(PeriodLike), "")
    yield from _choice_findings(raw, "rounding", get_args(Rounding), "")
    yield from _choice_findings(raw, "style", get_args(Form), "")
    yield from _choice_findings(raw, "appendix", get_args(Appendix), "")
    if not is_signs(raw.get("signs", "usual")):
        yield _wrong("signs", "signs", sets=json.dumps(list(SIGN_SETS)), keys=", ".join(SIGNS))
    yield from _document_findings(raw)
    for key in ("tables", "charts"):
        section = raw.get(key, {})
        if not isinstance(section, dict) or not all(isinstance(item, dict) for item in section.values()):
            yield _wrong(key, "sections", section=key)


def _limits_findings(raw: Mapping[str, Any]) -> Iterator[Finding]:
    limits = raw.get("limits", {})
    if not isinstance(limits, dict):
        yield _wrong("limits", "sections", section="limits")
        return
    yield from _unknown_keys(limits, LIMITS, "limits.")
    for key in LIMITS:
        value = limits.get(key, 1)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= _HIGHEST_LIMIT:
            yield _wrong(f"limits.{key}", "limit", most=str(_HIGHEST_LIMIT))


def _language_findings(raw: Mapping[str, Any]) -> Iterator[Finding]:
    languages = raw.get("languages", list(_LANGUAGES))
    known = isinstance(languages, list) and languages and all(item in known_languages() for item in languages)
    if not known or len(set(languages)) != len(languages):
        yield _wrong("languages", "languages", known=json.dumps(known_languages()))
        return
    for language in languages:
        section = raw.get(language)
        if not isinstance(section, dict):
            yield _finding("missing-key", language, "section")
            continue
        yield from _missing(section, TEXT_REQUIRED, f"{language}.")


def _document_findings(raw: Mapping[str, Any]) -> Iterator[Finding]:
    documents = raw.get("documents", [])
    if not isinstance(documents, list) or not all(isinstance(item, dict) for item in documents):
        yield _wrong("documents", "documents")
        return
    languages = raw.get("languages", list(_LANGUAGES))
    seen: dict[str, str] = {}
    for number, item in enumerate(documents, start=1):
        at = f"documents[{number}]."
        yield from _unknown_keys(item, DOCUMENT_KEYS, at)
        yield from _missing(item, ("output",), at, DOCUMENT_KEYS)
        yield from _marks_findings(item, at)
        yield from _choice_findings(item, "for_each", FOR_EACH, at)
        yield from _choice_findings(item, "style", get_args(Form), at)
        if item.get("databook", False) not in (True, False, ALL):
            yield _wrong(f"{at}databook", "databook")
        if ("template" in item) == bool(item.get("databook")):
            yield _finding("wrong-value", f"{at}template", "template-or-databook")
        output = item.get("output", "x")
        if not isinstance(output, str) or not is_file_name(output):
            yield _wrong(f"{at}output", "file-name")
            continue
        wanted = format_of(str(item.get("template", _DATABOOK)), output)
        if wanted is not None:
            suffixes = wanted.suffixes
            yield _finding("wrong-value", f"{at}output", "output-kind", output=output, suffixes=suffixes)
            continue
        for language in languages if isinstance(languages, list) else ():
            name = name_key(output.replace("{language}", str(language)))
            if name in seen:
                yield _finding("duplicate-output", f"{at}output", output=name, placeholder="{language}")
            seen[name] = at


def _marks_findings(section: Mapping[str, Any], at: str) -> Iterator[Finding]:
    yield from _choice_findings(section, "marks", get_args(MarkStyle), at)


def _choice_findings(
    section: Mapping[str, Any], key: str, known: tuple[str, ...], at: str
) -> Iterator[Finding]:
    if key in section and section[key] not in known:
        yield _wrong(f"{at}{key}", "one-of", known=json.dumps(known))


def _unknown_keys(section: Mapping[str, Any], known: tuple[str, ...], at: str) -> Iterator[Finding]:
    for key in section:
        if key not in known:
            yield _finding("unknown-key", f"{at}{key}", "pack", near=likeliest(key, known), known=known)


def _missing(
    section: Mapping[str, Any], required: tuple[str, ...], at: str, known: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """The required keys that the section lacks. One that is there under a mistyped name follows from that mistake."""
    mistyped = {likeliest(key, known): key for key in section if key not in known} if known else {}
    for key in required:
        if not section.get(key):
            typed = mistyped.get(key)
            cause = ("unknown-key", Place(file=FILE, text=f"{at}{typed}")) if typed else None
            yield _finding("missing-key", f"{at}{key}", "pack").with_(cause=cause)


def _wrong(key: str, wanted: str, **parameters: str) -> Finding:
    """The value at ``key`` is not what is ``wanted`` there: a name of an entry, said with ``parameters``."""
    return _finding("wrong-value", key, "pack", wanted=Message(f"pack.wanted-{wanted}", **parameters))


def _finding(code: str, key: str, variant: str = "", **parameters: Any) -> Finding:
    place = Place(file=FILE, text=key)
    return Finding(code, Severity.ERROR, place=place, variant=variant, key=key, **parameters)


def _reads(read: Any) -> bool:
    try:
        read()
    except (ValueError, TypeError):
        return False
    return True
