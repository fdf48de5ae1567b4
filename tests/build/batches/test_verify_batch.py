"""`reportgen verify` on the folder of a batch."""

import hashlib
import json
import shutil

from reportgen.build.batches.batch import build_for_each
from reportgen.build.build import build
from tests.build.batches.test_batch import BELOW, TWO
from tests.build.packs import pack
from tests.build.test_verify import ODD, UNSIGNED, entries, run


def test_a_batch_that_was_stopped_is_said_to_be_one(tmp_path):
    """Its index says of which packs it had not come to them."""
    target = build_for_each(pack(tmp_path, TWO, areas=BELOW)).folder
    index = json.loads((target / "index.json").read_text("utf-8"))
    for area in index["packs"]:
        area.update(status="pending", pack_sha256="")
    (target / "index.json").write_text(json.dumps(index), "utf-8")
    shutil.rmtree(target / "D2")
    code, said = run(target)
    assert code == 1
    assert f"the batch was stopped before it came to {len(index['packs'])} packs" in said
    assert "not the one that was built" not in said
    assert "D2" not in said
    assert "batch-stopped" in run(target, "--json")[1]


def test_an_index_of_a_batch_that_lists_nothing_is_told(tmp_path):
    (tmp_path / "index.json").write_text("{}")
    assert "index.json: no build writes what stands in its entry “packs”." in run(tmp_path)[1]


def test_packs_of_an_index_are_listed_once_and_lie_in_the_folder(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "batch").mkdir()
    (tmp_path / "batch" / "A").symlink_to(tmp_path / "elsewhere")
    packs = [{"folder": "A"}, {"folder": "A"}, {"folder": "../elsewhere"}, 7]
    (tmp_path / "batch" / "index.json").write_text(json.dumps({"packs": packs}))
    said = run(tmp_path / "batch")[1]
    assert entries(said) == ["packs[1]", "packs[2]", "packs[3]"]
    assert "A: a link lies there in place of the file that was built." in said


def test_a_batch_that_an_earlier_version_built_is_verified_by_its_own_index(tmp_path):
    target = tmp_path / "batch"
    built = build(pack(tmp_path / "pack"), output=target / "D1").placed.folder
    sums = hashlib.sha256((built / "pack.json").read_bytes()).hexdigest()
    listed = [{"ref_area": "D1", "folder": "D1", "written": True, "pack_sha256": sums}]
    (target / "areas.json").write_text(json.dumps({"complete": True, "areas": listed}))
    assert run(target) == (0, f"{UNSIGNED}6 files are as built.\n")
    (built / "brief-en.docx").unlink()
    assert "D1/brief-en.docx: the file is missing." in run(target)[1]


def test_an_index_that_holds_anything_is_answered(tmp_path):
    (tmp_path / "index.json").write_text(json.dumps({"packs": [{"folder": item} for item in ODD]}))
    code, said = run(tmp_path)
    assert (code, len(entries(said))) == (1, len(ODD) - 1)  # one is a name
    assert "\x1b" not in said
