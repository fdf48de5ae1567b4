"""Prints both rates of the audit: planted edits found at their place, and false alarms on official prose.

Run with ``python -m tests.living.audit.rates``. Pages 1 to 3 of the prose served to make the recognition better; page 4 was
written afterwards and raised one alarm in each language (a password's length) before that was mended too. Of the edits by others
35 of 60 were found, and of those given 5 of 27, before the audit was made to find them.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections import Counter
from pathlib import Path

from reportgen.build.build import build
from reportgen.living.audit import audit
from tests.living.audit.conftest import PACKS, ROOT
from tests.living.audit.harmless_by_a_stranger import HARMLESS
from tests.living.audit.harmless_by_an_office import OFFICE_HARMLESS
from tests.living.audit.planted import PLANTED
from tests.living.audit.planted_at_first_look import FIRST, SECOND
from tests.living.audit.planted_blind import BLIND
from tests.living.audit.planted_by_a_stranger import STRANGER
from tests.living.audit.planted_by_an_office import OFFICE
from tests.living.audit.planted_by_others import BY_OTHERS, LATER
from tests.living.audit.planted_by_surface import SURFACE
from tests.living.audit.planted_by_surface_again import SURFACE_AGAIN
from tests.living.audit.planted_given import GIVEN
from tests.living.audit.planted_unseen import AGAIN as UNSEEN_AGAIN
from tests.living.audit.planted_unseen import UNSEEN
from tests.living.audit.reworded import AGAIN, REWORDED
from tests.living.audit.test_false_alarms import (
    DOCUMENTS,
    PAGES,
    PROSE,
    alarms_of_harmless,
    findings_of_rewording,
)
from tests.living.audit.test_planted_edits import is_found
from tests.living.audit.word_editing import EditedDocument

PACK = ROOT / "examples" / "plan-2025"
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])|(?<=[。！？；])")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        built = Path(name) / "built"
        for pack in (*PACKS, "trade-monthly"):
            build(ROOT / "examples" / pack, output=built / pack)
        _print_planted(built, Path(name))
        alarms = sum(len(audit(built / document).findings) for document in DOCUMENTS)
        print(f"findings on {len(DOCUMENTS)} untouched documents: {alarms}")
        for language in ("en", "zh"):
            lines = [
                line
                for page in PAGES
                if page.endswith(f"{language}.txt")
                for line in (PROSE / page).read_text(encoding="utf-8").splitlines()
            ]
            for pack in (None, PACK):
                raised = _alarms(built, language, lines, Path(name), pack)
                said = "with --pack" if pack else "alone"
                print(
                    f"false alarms on official prose ({language}, {said}): {raised} in {len(lines)} sentences"
                )
        for said, edits in (("a stranger", HARMLESS), ("an office; at first look 12 of 40", OFFICE_HARMLESS)):
            harmless = alarms_of_harmless(built, Path(name), edits)
            print(
                f"alarms on harmless edits by {said}: {len(harmless)} of {len(edits)}", *harmless, sep="\n  "
            )
        turned = (*REWORDED, *AGAIN)
        raised = [one for one in turned if findings_of_rewording(one, built, Path(name))]
        print(f"findings on sentences turned otherwise: {len(raised)} in {len(turned)}")
        articles = _sentences_of_articles()
        if articles:
            raised = _alarms(built, "en", articles, Path(name), PACK)
            print(
                f"findings on the sources' own sentences (with --pack): {raised} in {len(articles)} sentences"
            )


def _print_planted(built: Path, folder: Path) -> None:
    """How many planted edits are found at their place, set by set and kind by kind; those that are not by name."""
    kinds: Counter[tuple[str, bool]] = Counter()
    for name, planted in (
        ("first", PLANTED),
        ("given", GIVEN),
        ("by others", BY_OTHERS),
        ("later", LATER),
        ("blind", BLIND),
        ("at first look", FIRST),
        ("at first look, again", SECOND),
        ("unseen", UNSEEN),
        ("unseen, again", UNSEEN_AGAIN),
        ("by a stranger", STRANGER),
        ("by surface", SURFACE),
        ("by surface, again", SURFACE_AGAIN),
        ("by an office; at first look 62 of 64", OFFICE),
    ):
        missed = [one.name for one in planted if not is_found(one, built, folder)]
        print(f"planted edits found at their place ({name}): {len(planted) - len(missed)} of {len(planted)}")
        print(*(f"  not found: {one}" for one in missed), sep="\n", end="\n" if missed else "")
        kinds.update((one.kind or "others", one.name not in missed) for one in planted)
    for kind in dict.fromkeys(kind for kind, _ in kinds):
        print(f"  {kind}: {kinds[kind, True]} of {kinds[kind, True] + kinds[kind, False]}")


def _alarms(built: Path, language: str, lines: list[str], folder: Path, pack: Path | None) -> int:
    """The findings on a brief into which these sentences were typed, a paragraph each."""
    document = EditedDocument((built / f"plan-2025/plan-2025-brief-{language}.docx").read_bytes())
    for line in reversed(lines):
        document.add_paragraph(line)
    path = folder / "prose.docx"
    path.write_bytes(document.save())
    return len(audit(path, pack=pack).findings)


def _sentences_of_articles() -> list[str]:
    """The sentences of the articles that the dataset was taken from, where their folder is given: every number is in the data."""
    folder = os.environ.get("REPORTGEN_SOURCE_TEXTS")
    texts = (
        [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))] if folder else []
    )
    lines = [line for text in texts for line in text.splitlines()]
    return [one.strip() for line in lines for one in _SENTENCE.split(line) if one.strip()]


if __name__ == "__main__":
    main()
