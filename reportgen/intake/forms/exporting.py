"""``reportgen form export``: the forms of a dataset as files."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from reportgen.build.build import filled_documents
from reportgen.build.pack_or_data import PackOrData, open_pack_or_data
from reportgen.dataset.names import area_name, label_of
from reportgen.dataset.records import Dataset
from reportgen.dataset.stores import Location
from reportgen.errors import DatasetError, ReportgenError
from reportgen.figures.listing import with_inputs
from reportgen.intake.forms.asked import Asked, Form, asked_figures, form_id
from reportgen.intake.forms.entry_workbook import form_workbook
from reportgen.intake.new_observations import Holdings, holdings_of
from reportgen.intake.stored_files import stored_dataset
from reportgen.intake.taken import ObservationKey
from reportgen.language import language
from reportgen.messages import Message
from reportgen.ooxml.files import place_files
from reportgen.periods import Period


def export_forms(
    dataset: Dataset, location: Location, out: Path, code: str, *, periods: Sequence[Period] = (), wide: bool = False,
    each_area: bool = False, used: Collection[str] | None = None,
) -> dict[Path, Form]:  # fmt: skip
    """Write the form of a dataset, or one for each area, into the folder ``out``; ``location`` is where the dataset is.

    ``used`` are the observations of which the forms shall ask the following ones; with ``each_area`` of every area's alike.
    Raises ``DatasetError`` where there is nothing to ask.
    """
    held = holdings_of(stored_dataset(location, is_read_only=True))
    wanted = None if used is None else _series_of(held, used, each_area)
    forms: dict[Path, Form] = {}
    for area in dataset.areas if each_area else (None,):
        asked = asked_figures(dataset, held, code, periods, area, wanted)
        if asked:
            form = _form(dataset, held, asked, code, wide, area)
            forms[out / _file_name(form, area)] = form
    if not forms:
        raise DatasetError(Message("forms.nothing-to-ask", periods=tuple(periods), dataset=dataset.name))
    place_files({path: form_workbook(form) for path, form in forms.items()})
    return forms


def used_by_pack(opened: PackOrData, path: Location, code: str) -> frozenset[str]:
    """The ids of the observations that a pack's documents show or rest on; where they cannot be filled for its own period,
    which may still be asked for, those of the latest one that there is. Raises ``ReportgenError`` where neither can be."""
    spoken = code if code in opened.pack.languages else opened.pack.languages[0]
    try:
        outputs = filled_documents(opened, spoken)
    except ReportgenError as error:
        try:
            opened = open_pack_or_data(path, "latest")
            outputs = filled_documents(opened, spoken)
        except ReportgenError:
            raise error from None
    figures = with_inputs(
        dict.fromkeys(one for output in outputs for one in output.figure_ids), opened.catalogue
    )
    return frozenset(figure.observation for figure in figures if figure.observation)


def _series_of(held: Holdings, used: Collection[str], each_area: bool) -> frozenset[ObservationKey]:
    """The series that the observations belong to; where each area is asked, whatever the area."""
    return frozenset(
        key._replace(period="", ref_area="" if each_area else key.ref_area)
        for numbers in (held.stated, held.qualified)
        for key, stated in numbers.items()
        if any(one.obs_id in used for one in stated)
    )


def _form(
    dataset: Dataset, held: Holdings, asked: list[Asked], code: str, wide: bool, area: str | None
) -> Form:
    periods = tuple(sorted({one.period for one in asked}, key=lambda period: period.order))
    name = area_name(dataset, area) if area else None
    speaker = language(code)
    last = periods[-1] if len(periods) > 1 else None
    title = speaker.say(Message("forms.title", area=name, first=periods[0], last=last))
    series = {one.key._replace(period="") for one in asked}
    publishers = {
        held.publisher_of[source][0]
        for key, stated in held.stated.items()
        if key._replace(period="") in series
        for item in stated
        for source in item.sources
        if source in held.publisher_of
    } - {""}
    publisher = publishers.pop() if len(publishers) == 1 else ""
    office = label_of(dataset, "publisher", publisher).in_language(code) if publisher else ""
    return Form(form_id((code, wide, title, *asked)), code, title, publisher, wide, tuple(asked), office)


def _file_name(form: Form, area: str | None) -> str:
    last = max((one.period for one in form.asked), key=lambda period: period.order)
    return "-".join(filter(None, ("form", area or "", str(last)))) + ".xlsx"
