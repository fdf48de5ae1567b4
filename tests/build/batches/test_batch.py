"""One pack for each district: each by itself, and only where something has changed."""

import io
import json
import os
import re
import select
import shutil
import signal
import time
import zipfile

import pytest

from reportgen.build.batches import making, workers
from reportgen.build.batches.batch import build_for_each
from reportgen.build.build import build
from reportgen.build.file_names import INDEX, PAGE
from reportgen.errors import PackError, ReportgenError
from reportgen.language import language
from reportgen.messages import Bilingual
from reportgen.periods import Period
from tests.build.packs import pack, text_of
from tests.commands import run

TWO = "cbec_trade D1 2021=1.20e9 2021:yoy=5.0\ncbec_trade D2 2021=3.40e9 2021:yoy=6.0\ncbec_trade CN-CQ 2021=9.99e9 2021:yoy=1.0"
BELOW = {"D1": {"parent": "CN-CQ"}, "D2": {"parent": "CN-CQ"}}
SHARE = ("{{ cbec_trade }}, {{ cbec_trade.share('CN-CQ') }}.",)


def statuses(batch):
    return {item.member.code: item.status.value for item in batch.outcomes}


def index_of(folder):
    return json.loads((folder / INDEX).read_text("utf-8"))


def change(folder, old, new, file="observations"):
    path = folder / "data" / f"{file}.csv"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def revise(folder, old, new):
    """Another value, with another clause of its source."""
    change(folder, f"{old},9", f"{new},9")
    change(folder, f"{old} billion", f"{new} billion", "citations")


def contents(folder, name="D*"):
    """Every document below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.glob(f"{name}/*"))
        if path.name != "pack.json"
    }


def shown_in(folder):
    """Every part of every document, but for the sum of the whole dataset that it was made from."""
    parts = {}
    for name, data in contents(folder).items():
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for part in package.namelist():
                parts[name, part] = re.sub(rb'dataset_sha256="\w+"', b"", package.read(part))
    return parts


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A pack of two districts, whose documents also show their share in the city, and its batch."""
    folder = pack(tmp_path_factory.mktemp("two") / "small", TWO, SHARE, areas=BELOW)
    build_for_each(folder)
    return folder


@pytest.fixture
def folder(made, tmp_path):
    return shutil.copytree(made, tmp_path / "small")


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_district_gets_its_own_pack(tmp_path, jobs):
    batch = build_for_each(pack(tmp_path, TWO, areas=BELOW), jobs=jobs)
    assert statuses(batch) == {"D1": "built", "D2": "built"}
    assert "1.20 billion yuan" in text_of(batch.folder / "D1" / "brief-en.docx")
    assert "34.0亿元" in text_of(batch.folder / "D2" / "brief-zh.docx")


def test_several_processes_make_the_same_bytes_as_one(folder, tmp_path):
    build_for_each(folder, output=tmp_path / "two", jobs=2)
    build_for_each(folder, output=tmp_path / "one")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert (tmp_path / "one/D1/pack.json").read_bytes() == (tmp_path / "two/D1/pack.json").read_bytes()


def test_one_district_without_data_does_not_stop_the_other(tmp_path):
    data = TWO.replace("2021=3.40e9 2021:yoy=6.0", "2020=3.40e9")
    batch = build_for_each(pack(tmp_path, data, areas=BELOW))
    assert statuses(batch) == {"D1": "built", "D2": "failed"}
    assert {finding.place.file.split(":")[0] for finding in batch.failed[0].findings} == {"D2"}
    assert not (batch.folder / "D2").exists()
    assert index_of(batch.folder)["complete"] is False


def test_an_unreadable_row_of_one_district_stops_that_one_alone(folder):
    change(folder, "3.40,9", "many,9")
    batch = build_for_each(folder)
    assert statuses(batch) == {"D1": "unchanged", "D2": "failed"}
    assert [finding.code for finding in batch.failed[0].findings] == ["unreadable-number"]
    assert (batch.folder / "D2" / "brief-en.docx").exists()
    assert "What stands here is older." in (batch.folder / PAGE).read_text("utf-8")


def test_an_error_of_no_area_stops_all(folder):
    change(folder, "trade", "tra de", "indicators")
    with pytest.raises(ReportgenError, match="errors"):
        build_for_each(folder)


def test_what_did_not_change_is_not_made_again(folder):
    before = {path: path.stat().st_mtime_ns for path in folder.glob("build/small/D*/*")}
    assert statuses(build_for_each(folder)) == {"D1": "unchanged", "D2": "unchanged"}
    assert before == {path: path.stat().st_mtime_ns for path in folder.glob("build/small/D*/*")}
    assert index_of(folder / "build" / "small")["complete"] is True


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [("1.20", "1.30", {"D1"}), ("3.40", "3.50", {"D2"}), ("9.99", "9.98", {"D1", "D2"})],
    ids=["the first's", "the second's", "the city's, in which both have a share"],
)
def test_a_changed_figure_makes_the_packs_that_show_it(folder, tmp_path, old, new, again):
    revise(folder, old, new)
    batch = build_for_each(folder)
    assert {code for code, status in statuses(batch).items() if status == "built"} == again
    build_for_each(folder, output=tmp_path / "anew")
    assert shown_in(batch.folder) == shown_in(tmp_path / "anew")


@pytest.mark.parametrize("file", ["pack.toml", "brief.docx"])
def test_a_changed_definition_or_template_makes_all_again(folder, file):
    if file == "pack.toml":
        text = (folder / file).read_text("utf-8")
        (folder / file).write_text(text.replace("Small pack", "Other pack"), "utf-8")
    else:
        shutil.copyfile(pack(folder / "other", paragraphs=["{{ cbec_trade }}"]) / file, folder / file)
    assert statuses(build_for_each(folder)) == {"D1": "built", "D2": "built"}


def test_other_options_make_all_again(folder):
    assert statuses(build_for_each(folder, languages=["en"])) == {"D1": "built", "D2": "built"}
    assert statuses(build_for_each(folder, languages=["en"], afresh=True)) == {"D1": "built", "D2": "built"}


def test_a_document_that_is_missing_is_made_again_and_one_that_was_edited_stays(folder):
    target = folder / "build" / "small"
    (target / "D1" / "brief-en.docx").unlink()
    (target / "D2" / "brief-en.docx").write_bytes(b"edited")
    batch = build_for_each(folder)
    assert statuses(batch) == {"D1": "built", "D2": "unchanged"}
    assert (target / "D2" / "brief-en.docx").read_bytes() == b"edited"
    assert "brief-en.docx</a> (edited since)" in (target / PAGE).read_text("utf-8")


def test_a_run_that_was_stopped_goes_on_where_it_was(folder, tmp_path):
    target = tmp_path / "out"

    def stop(progress):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_for_each(folder, output=target, report=stop)
    index = index_of(target)
    assert index["complete"] is False
    assert [item["status"] for item in index["packs"]] == ["pending", "pending"]
    assert (target / "D1").is_dir()
    assert not (target / "D2").exists()
    assert statuses(build_for_each(folder, output=target)) == {"D1": "unchanged", "D2": "built"}
    assert index_of(target)["complete"] is True


def test_how_long_the_rest_takes_is_told_after_each_pack(folder, tmp_path):
    told = []
    build_for_each(folder, output=tmp_path / "out", report=told.append)
    assert [(at.done, at.of, at.member) for at in told] == [(1, 2, "D1"), (2, 2, "D2")]
    assert told[0].seconds > 0
    assert told[1].seconds == 0


def test_an_area_with_none_below_it_says_how_areas_are_found(tmp_path):
    with pytest.raises(PackError, match=r"areas\.csv"):
        build_for_each(pack(tmp_path))


def test_what_stops_an_area_without_a_finding_of_its_own_becomes_one(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    batch = build_for_each(pack(tmp_path, TWO, areas=BELOW))
    found = [finding for item in batch.failed for finding in item.findings]
    assert [finding.code for finding in found] == ["area-not-built", "area-not-built"]
    assert language("en").sentence(found[0]).startswith("D1: SOURCE_DATE_EPOCH is 'yesterday'")


def test_a_mistake_of_ours_in_one_pack_is_said_in_the_users_language(folder, tmp_path, monkeypatch):
    def mistaken(*_):
        raise KeyError("x")

    monkeypatch.setattr(making, "_made", mistaken)
    finding = build_for_each(folder, output=tmp_path / "out").failed[0].findings[0]

    assert language("en").what(finding) == "An error of reportgen's own (KeyError: 'x'): send us this line."
    assert language("zh").what(finding) == "reportgen 自身出错（KeyError：'x'）：请把本行发给我们。"


def test_an_area_that_cannot_be_written_leaves_the_others_whole(folder, tmp_path, monkeypatch):
    really = os.replace

    def replace(source, target):
        if "D2" in str(target) and str(target).endswith(".docx"):
            raise OSError(28, "No space left on device")
        really(source, target)

    monkeypatch.setattr(os, "replace", replace)
    batch = build_for_each(folder, output=tmp_path / "out")
    assert statuses(batch) == {"D1": "built", "D2": "failed"}
    assert "D2" in language("en").sentence(batch.failed[0].findings[0])
    assert not (tmp_path / "out" / "D2").exists()


def test_a_worker_that_dies_costs_its_own_pack_alone(folder, tmp_path, monkeypatch):
    """The pack is given to a new worker, three times."""
    from reportgen.build.batches import workers

    really = workers.make_one

    def make(shared, member):
        if member == "D1":
            os._exit(9)
        return really(shared, member)

    monkeypatch.setattr(workers, "make_one", make)
    batch = build_for_each(folder, output=tmp_path / "out", jobs=2)
    assert statuses(batch) == {"D1": "failed", "D2": "built"}
    assert batch.failed[0].findings[0].code == "worker-died"
    assert "ended 3 times" in language("en").sentence(batch.failed[0].findings[0])


def test_a_pack_says_what_it_was_made_from(folder):
    said = json.loads((folder / "build/small/D1/pack.json").read_text("utf-8"))["batch"]
    assert (said["for_each"], said["member"], said["made_from"]["areas"]) == (
        "ref_area",
        "D1",
        ["CN-CQ", "D1"],
    )


@pytest.mark.parametrize(
    ("where", "members"),
    [(["ref_area=D1"], {"D1"}), (["ref_area=D1,D2"], {"D1", "D2"}), (["parent=*"], {"D1", "D2", "CN-CQ"}), (["kind=place", "ref_area=CN*"], {"CN-CQ"})],
)  # fmt: skip
def test_where_chooses_among_them(tmp_path, where, members):
    areas = {**BELOW, "CN-CQ": {"parent": "CN"}, "CN": {}}
    folder = pack(tmp_path, TWO, areas=areas)
    assert set(statuses(build_for_each(folder, where=where))) == members


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"where": ["area=D1"]}, "a column of ref_area, kind or parent"),
        ({"where": ["ref_area"]}, "write COLUMN=WORD"),
        ({"where": ["ref_area=X*"]}, "nothing to build for each ref_area of at CN-CQ, where ref_area=X*"),
        ({"name": "{code}/x"}, "which is no folder's name"),
        ({"name": "{area}"}, "which is no folder's name"),
        ({"name": "same"}, "Two packs would go into one folder same: those of D1 and D2"),
    ],
)
def test_conditions_and_names_that_cannot_be_are_refused_in_a_sentence(folder, options, said):
    with pytest.raises(PackError) as caught:
        build_for_each(folder, **options)
    assert said in str(caught.value)


def test_folders_are_named_by_a_pattern(folder, tmp_path):
    batch = build_for_each(folder, output=tmp_path / "out", name="{code} {label}")
    assert sorted(path.name for path in batch.folder.iterdir() if path.is_dir()) == [
        f"{item.member.code} {item.member.called('en')}" for item in batch.outcomes
    ]


def test_a_pack_for_each_period_is_the_one_that_period_builds(tmp_path):
    data = "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=63.3 2020:yoy=5.0"
    folder = pack(tmp_path / "small", data, sources={"s1": {"published": "2020-12-30"}})
    batch = build_for_each(folder, "period")
    assert statuses(batch) == {"2020": "built", "2021": "built"}
    alone = build(folder, output=tmp_path / "alone", period=Period.parse("2020"))
    for path in alone.placed.files:
        if path.name != "pack.json":
            assert (batch.folder / "2020" / path.name).read_bytes() == path.read_bytes()


def test_a_pack_for_each_breakdown_has_the_figures_of_its_part(tmp_path):
    data = "cbec_trade CN-CQ 2021=9.00e9\ncbec_trade.B2B CN-CQ 2021=4.00e9\ncbec_trade.B2C CN-CQ 2021=5.00e9"
    batch = build_for_each(pack(tmp_path, data, ["{{ cbec_trade }}"]), "breakdown")
    assert statuses(batch) == {"B2B": "built", "B2C": "built"}
    assert "4.00 billion yuan" in text_of(batch.folder / "B2B" / "brief-en.docx")
    assert "50.0亿元" in text_of(batch.folder / "B2C" / "brief-zh.docx")


def test_the_command_says_how_many_and_which_and_where(folder):
    change(folder, "1.20,9", "many,9")
    done = run("build", folder, "--for-each", "ref_area")
    assert done.exit_code == 1
    assert "2 packs: 1 built, 0 as before, 1 not built (D1). See " in done.output
    assert "D1: observations.csv" in done.output
    chinese = run("build", folder, "--for-each", "ref_area", language="zh")
    assert "共2份：生成1份，无变化0份，未生成1份（D1）" in chinese.output
    assert "… 共2份，第2份：D2" in chinese.output


def test_batch_options_need_a_batch(folder):
    done = run("build", folder, "--where", "ref_area=D1")
    assert done.exit_code == 2
    assert "--for-each" in done.output


def test_a_hostile_label_stays_a_text_on_the_page(tmp_path):
    label = Bilingual("<script>alert(1)</script>", "\"'><b>")
    areas = {**BELOW, "D1": {"parent": "CN-CQ", "label": label}}
    batch = build_for_each(pack(tmp_path, TWO, areas=areas))
    page = (batch.folder / PAGE).read_text("utf-8")
    assert "<script" not in page
    assert "<b>" not in page


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_workers_end_with_the_process_that_gave_them_work(tmp_path):
    """A batch that is killed leaves no process behind."""
    read, write = os.pipe()
    parent = os.fork()
    if parent == 0:
        if os.fork() == 0:  # a worker: while it lives, it holds the pipe open
            os.close(read)
            workers._begin(None)
            time.sleep(60)
            os._exit(0)
        time.sleep(0.2)
        os.kill(os.getpid(), signal.SIGKILL)
    os.close(write)
    os.waitpid(parent, 0)
    ready, _, _ = select.select([read], [], [], 20)
    os.close(read)
    assert ready, "the worker lives on"


def test_the_index_counts_what_there_is_in_the_language_that_is_spoken(tmp_path):
    folder = pack(tmp_path, TWO, areas=BELOW, paragraphs=SHARE)
    page = tmp_path / "out" / "index.html"
    for spoken, summary, heads in (
        ("en", "<p>2 packs: 2 built.</p>", ["For", "Documents", "Status", "Findings"]),
        ("zh", "<p>共2份：无变化2份。</p>", ["对象", "文件", "状态", "核查发现"]),
    ):
        done = run(
            "--language", spoken, "build", folder, "--for-each", "ref_area", "-o", page.parent, language=""
        )
        assert done.exit_code == 0, done.output
        assert summary in page.read_text("utf-8")
        assert re.findall('<th scope="col">(.*?)</th>', page.read_text("utf-8")) == heads
