"""What a pack's templates may say, with today's values."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.build.edition import editions
from reportgen.build.pack_or_data import open_readable
from reportgen.ooxml.files import read_file

if TYPE_CHECKING:
    from reportgen.expressions import UsedName
    from reportgen.figures.fields import Field


def fields_of(pack: Path, language: str, template: Path | None = None) -> list[Field]:
    """Every name of the pack's vocabulary in ``language``, or only those whose first word ``template`` uses."""
    from reportgen.figures.fields import fields

    opened = open_readable(pack)
    edition = next(editions(opened, (language,)), None) or next(editions(opened))
    rows = fields(edition.vocabulary())
    if template is None:
        return rows
    used = {one.name.split(".")[0] for one in names_of_template(template)}
    return [row for row in rows if row.first_words & used]


def names_of_template(template: Path) -> list[UsedName]:
    """The names that a template uses, without any data. Raises ``FileError`` for a file of another kind."""
    from reportgen.ooxml.document_kinds import other_kind
    from reportgen.renderers import renderer_for, usual_suffixes

    renderer = renderer_for(template.name)
    if renderer is None:
        raise other_kind("template-kind", template, usual_suffixes())
    data = read_file(template)
    renderer.require_sound(data, str(template))
    return renderer.compile(data).names()
