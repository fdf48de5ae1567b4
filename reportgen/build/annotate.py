"""A pack's templates given back to their designer with a comment at each mistake."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.build.edition import editions
from reportgen.build.pack_or_data import open_pack_or_data
from reportgen.build.templates import read_template_file, renderer_of, template_findings
from reportgen.errors import PackError
from reportgen.messages import Message
from reportgen.ooxml.files import place_files
from reportgen.renderers import renderer_for

if TYPE_CHECKING:
    from reportgen.build.pack_or_data import PackOrData


def annotate_pack(pack: Path, out: Path, language: str) -> list[Path]:
    """Write every template of ``pack`` that has findings, with comments at them, to ``out``; give the files written.

    ``out`` is a folder, or a file where just one template of its kind has findings.
    """
    opened = open_pack_or_data(pack)
    if opened.definition is None:
        raise PackError(Message("pack.annotate-needs-a-pack"))
    annotated = annotated_templates(opened, language)
    renderer = renderer_for(out.name)
    if renderer is None:
        targets = {out / Path(name).name: data for name, data in annotated.items()}
    else:
        fitting = {name: data for name, data in annotated.items() if renderer_for(name) is renderer}
        if len(fitting) > 1:
            raise PackError(Message("pack.annotate-needs-a-folder", templates=tuple(fitting)))
        targets = dict.fromkeys([out], next(iter(fitting.values()))) if fitting else {}
    templates = [opened.pack.folder / name for name in annotated]
    for path in targets:
        if path.exists() and any(path.samefile(template) for template in templates):
            raise PackError(Message("pack.annotated-over-template", path=str(path)))
    place_files(targets)
    return list(targets)


def annotated_templates(opened: PackOrData, language: str) -> dict[str, bytes]:
    """The annotated bytes of each template with findings, by its path in pack.toml."""
    annotated: dict[str, bytes] = {}
    for edition in editions(opened):
        for document in opened.pack.documents:
            template = document.template_for(edition.language)
            if template is None or edition.language not in document.languages or template in annotated:
                continue
            findings = template_findings(edition, document)
            if findings:
                data = read_template_file(edition, document)
                annotated[template] = renderer_of(template).annotate(data, findings, language)
    return annotated
