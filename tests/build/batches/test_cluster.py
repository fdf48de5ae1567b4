"""Packs made on a Dask cluster of this machine: the same bytes, whoever makes them and whatever happens to a worker."""

import os
import shutil
import signal

import pytest
from distributed import LocalCluster

from reportgen.build.batches.batch import build_for_each
from reportgen.build.batches.made_from import Sums
from reportgen.build.batches.making import Shared, make_one, unpacked
from reportgen.build.build import Made, open_pack
from reportgen.build.definition import read_definition
from reportgen.errors import ToolMissingError
from tests.build.batches.test_batch import statuses
from tests.build.packs import pack

AREAS = {f"D{number}": {"parent": "CN-CQ"} for number in range(6)}
DATA = "cbec_trade CN-CQ 2021=9.90e9\n" + "\n".join(
    f"cbec_trade {code} 2021=1.{number}0e9" for number, code in enumerate(AREAS)
)


@pytest.fixture(scope="module")
def cluster():
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:
        yield cluster


def files_of(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.long
def test_a_worker_that_is_killed_in_the_middle_changes_no_byte(tmp_path, cluster):
    folder = pack(tmp_path / "small", DATA, ["{{ cbec_trade }}"], areas=AREAS)
    build_for_each(folder, output=tmp_path / "here")
    victims = [worker.pid for worker in cluster.workers.values()][:1]

    def kill_one(_progress):
        if victims:
            os.kill(victims.pop(), signal.SIGKILL)

    batch = build_for_each(
        folder, output=tmp_path / "there", scheduler=cluster.scheduler_address, report=kill_one
    )
    assert not victims
    assert set(statuses(batch).values()) == {"built"}
    assert files_of(tmp_path / "here") == files_of(tmp_path / "there")


def test_a_scheduler_that_does_not_answer_is_named(tmp_path, monkeypatch):
    from reportgen.build.batches import cluster

    monkeypatch.setattr(cluster, "_SECONDS_TO_ANSWER", 0.3)
    with pytest.raises(ToolMissingError, match="No Dask scheduler answers at"):
        build_for_each(pack(tmp_path, DATA, ["{{ cbec_trade }}"], areas=AREAS), scheduler="tcp://127.0.0.1:1")


def test_without_dask_it_says_what_to_install(tmp_path, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ToolMissingError, match=r"reportgen\[dask\]"):
        build_for_each(pack(tmp_path, DATA, ["{{ cbec_trade }}"], areas=AREAS), scheduler="tcp://127.0.0.1:1")


def test_a_worker_on_another_machine_reads_no_file_of_the_pack(tmp_path):
    folder = pack(tmp_path / "small", DATA, ["{{ cbec_trade }}"], areas=AREAS)
    opened, stated = open_pack(folder, None), read_definition(folder)
    sent = Shared(opened, stated, Sums(opened, stated, ()), "ref_area", None, (), lineage=True).packed()
    here = make_one(unpacked(sent), "D1")
    shutil.rmtree(folder)
    unpacked.cache_clear()
    there = make_one(unpacked(sent), "D1")
    assert isinstance(there, Made)
    assert there.files == here.files
