"""Documents edited by people's hands in LibreOffice: driven through UNO, in one start of the office."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

SCRIPT = Path(__file__).with_name("uno_script.py")
EDITS = {
    "typed": "typed into sentences and a table's label",
    "words_deleted": "words deleted",
    "sentence_deleted": "a paragraph's text deleted",
    "paragraph_split": "a paragraph split in two",
    "paragraph_cut_and_pasted": "a paragraph cut and pasted elsewhere",
    "paragraph_copied_and_pasted": "a paragraph copied and pasted",
    "rows_inserted": "rows inserted into tables",
    "changes_accepted": "edits recorded as changes, and accepted",
    "formatted": "a paragraph set in bold and another font",
}
"""What the script can do, and how the table says it."""

Job = tuple[str, str, bool]
"""The document's name, the edit, and whether it goes through .odt."""


@cache
def python_with_uno() -> str:
    """A Python that has LibreOffice's ``uno``, empty where there is none."""
    for python in (sys.executable, "/usr/bin/python3"):
        done = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
        if done.returncode == 0:
            return python
    return ""


def edit_in_office(documents: Mapping[str, bytes], jobs: list[Job]) -> dict[Job, bytes]:
    """What LibreOffice saved as .docx after each job."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, data in enumerate(documents.values()):
            (folder / f"{number}.docx").write_bytes(data)
        numbers = {source: number for number, source in enumerate(documents)}
        todo = [
            {
                "source": str(folder / f"{numbers[source]}.docx"),
                "edit": edit,
                "through": str(folder / f"job{at}.odt") if through else "",
                "target": str(folder / f"job{at}.docx"),
            }
            for at, (source, edit, through) in enumerate(jobs)
        ]
        listed = folder / "jobs.json"
        listed.write_text(json.dumps(todo), encoding="utf-8")
        pipe = f"reportgen_{folder.name}"
        office = subprocess.Popen(
            [
                "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore",
                "--nologo", f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            command = [python_with_uno(), str(SCRIPT), pipe, str(listed)]
            done = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
            assert done.returncode == 0, done.stderr
            office.wait(60)
        finally:
            office.kill()
        return {job: (folder / f"job{at}.docx").read_bytes() for at, job in enumerate(jobs)}
