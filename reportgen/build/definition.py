"""What a ``pack.toml`` says, read and checked: one definition for all languages of a pack.

Every mistake is a finding that names the key; all are reported at once.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.build.definition_rules import ALL, PeriodLike, read_keys
from reportgen.build.toml_files import TomlError, parse_toml
from reportgen.content import MarkStyle
from reportgen.dataset.records import TOTAL
from reportgen.dataset.stores import Location, is_url
from reportgen.errors import PackError
from reportgen.figures.moving_texts import moved_text
from reportgen.findings import Finding
from reportgen.language import languages as known_languages
from reportgen.limits import Limits
from reportgen.messages import Message
from reportgen.names import nearest_code
from reportgen.ooxml.files import read_file, settle
from reportgen.periods import Period
from reportgen.record import Record, field, replace
from reportgen.spelling import near_path
from reportgen.style import STYLE, Appendix, Style, StyleForm
from reportgen.toml_keys import PACK_FILE, KeyReader

if TYPE_CHECKING:
    from reportgen.dataset.records import Dataset


class Document(Record):
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
    form: StyleForm | None = None
    """The form that it must have, where not that of the rest of the pack."""

    def template_for(self, language: str) -> str | None:
        return self.template.replace("{language}", language) if self.template else None


class PackDefinition(Record):
    """A pack as its ``pack.toml`` defines it. Paths are as written there, relative to ``folder``."""

    folder: Path
    name: str
    languages: tuple[str, ...]
    dataset: str
    ref_area: str
    stated_period: Period | None
    """``None``: the newest that the dataset has (:mod:`reportgen.build.latest`)."""
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
    stated_issue_date: date | int | None = None
    """A number: that day of the month after the period. ``None``: the cut-off date."""

    form: StyleForm = "plain"
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
    def issue_date(self) -> date:
        """The day on which the pack is signed and sent. Only for definitions that were settled on a dataset."""
        stated = self.stated_issue_date
        return _in_month_after(self.period.end, stated) if isinstance(stated, int) else stated or self.cut_off

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

    def own_texts(self, dataset: Dataset, language: str) -> dict[str, str]:
        """The pack's own texts in a language by key, with what moves from month to month put in."""
        texts, area = self.texts[language], self.ref_area
        return {key: moved_text(text, dataset, area, self.period, language) for key, text in texts.items()}

    @property
    def dataset_path(self) -> Location:
        """Where the dataset is: a path, or the URL of a database as it is written."""
        return self.dataset if is_url(self.dataset) else self.folder / self.dataset


def _in_month_after(day: date, number: int) -> date:
    """The day with that number in the month after the one of ``day``; of a shorter month its last day."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(number, monthrange(year, month)[1]))


def find_definition(path: Path) -> Path:
    """The ``pack.toml`` that ``path`` (the file or its folder) means."""
    file = path / PACK_FILE if path.is_dir() else path
    if not file.is_file():
        raise PackError(Message("pack.no-definition", path=str(path), file=PACK_FILE, near=near_path(path)))
    return file


def read_definition(path: Path) -> PackDefinition:
    """Read and check a ``pack.toml`` (or the folder it lies in). Raises :class:`PackError` with all findings."""
    settle(path if path.is_dir() else path.parent)
    file = find_definition(path)
    raw = _parse(file)
    reader = KeyReader(PACK_FILE)
    given = read_keys(reader, raw)
    if found := reader.findings:
        raise PackError(Message("pack.definition-has-mistakes", file=file.name, count=len(found)), found)
    languages = tuple(given.pop("languages"))
    sections = {code: given.pop(code, {}) for code in known_languages()}
    style = given.pop("signs", {}) | ({"rounding": given.pop("rounding")} if "rounding" in given else {})
    return PackDefinition(
        folder=file.parent,
        name=given.pop("name", file.resolve().parent.name),
        languages=languages,
        stated_period=given.pop("period"),
        stated_cut_off=given.pop("cut_off"),
        stated_issue_date=given.pop("issue_date", None),
        documents=tuple(_document(item, languages) for item in given.pop("documents")),
        texts={code: sections[code] for code in languages},
        style=replace(STYLE, **style) if style else STYLE,
        form=given.pop("style", "plain"),
        limits=Limits(**given.pop("limits", {})),
        **given,  # the other keys are fields of the same names
    )


def unknown_areas(definition: PackDefinition, dataset: Dataset) -> list[Finding]:
    """The definition's areas that the dataset does not have, at the keys that name them."""
    reader = KeyReader(PACK_FILE)
    labels = {code: area.label for code, area in dataset.areas.items()}
    for key, area in (("ref_area", definition.ref_area), ("national_area", definition.national_area)):
        if (area or key == "ref_area") and area not in dataset.areas:
            near = nearest_code(area, labels)
            reader.mistake("unknown-code", key, "area-of-pack", area=area, near=near)
    return reader.findings


def _parse(file: Path) -> dict[str, Any]:
    try:
        return parse_toml(read_file(file).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise PackError(Message("pack.not-utf-8", file=file.name)) from None
    except TomlError as error:
        raise PackError(Message("pack.not-toml", file=file.name, line=error.row, slip=error.slip)) from None


def _document(item: Mapping[str, Any], languages: tuple[str, ...]) -> Document:
    wanted = item.get("languages", languages)
    return Document(
        item.get("template"),
        item["output"],
        tuple(language for language in languages if language in wanted),
        item.get("marks"),
        item.get("for_each", ""),
        item.get("databook") == ALL,
        item.get("style"),
    )
