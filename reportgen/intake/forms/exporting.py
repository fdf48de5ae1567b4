"""``reportgen form export``: the forms of a dataset as files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.dataset.names import area_name
from reportgen.dataset.records import Dataset
from reportgen.dataset.stores import Location
from reportgen.errors import DatasetError
from reportgen.intake.forms.asked import Asked, Form, asked_figures, form_id
from reportgen.intake.forms.workbook import form_workbook
from reportgen.intake.merging import Holdings, holdings_of
from reportgen.intake.stored_files import stored_dataset
from reportgen.language import language
from reportgen.messages import Message
from reportgen.ooxml.files import place_files
from reportgen.periods import Period


def export_forms(
    dataset: Dataset, location: Location, out: Path, code: str, *, periods: Sequence[Period] = (), wide: bool = False,
    each_area: bool = False,
) -> dict[Path, Form]:  # fmt: skip
    """Write the form of a dataset, or one for each area, into the folder ``out``; ``location`` is where the dataset is.

    Raises ``DatasetError`` where there is nothing to ask.
    """
    held = holdings_of(stored_dataset(location, is_read_only=True))
    forms: dict[Path, Form] = {}
    for area in dataset.areas if each_area else (None,):
        asked = asked_figures(dataset, held, code, periods, area)
        if asked:
            form = _form(dataset, held, asked, code, wide, area)
            forms[out / _file_name(form, area)] = form
    if not forms:
        raise DatasetError(Message("forms.nothing-to-ask", periods=tuple(periods), dataset=dataset.name))
    place_files({path: form_workbook(form) for path, form in forms.items()})
    return forms


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
    return Form(form_id((code, wide, title, *asked)), code, title, publisher, wide, tuple(asked))


def _file_name(form: Form, area: str | None) -> str:
    last = max((one.period for one in form.asked), key=lambda period: period.order)
    return "-".join(filter(None, ("form", area or "", str(last)))) + ".xlsx"
