"""Who makes the packs of a batch: this process, several processes of this machine, or a Dask cluster."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from threading import Thread

from reportgen.build.batches.making import TRIES, MemberResult, Shared, make_one, worker_died

_AHEAD = 2
"""Packs given out for each worker: it need not wait, and few finished ones lie in memory."""


def results(
    shared: Shared, members: Sequence[str], jobs: int, scheduler: str
) -> Iterator[tuple[str, MemberResult]]:
    """Each member with its result, as they are finished."""
    if scheduler:
        from reportgen.build.batches.cluster import on_cluster

        yield from on_cluster(shared, members, scheduler)
    elif jobs == 1 or len(members) < 2:
        for member in members:
            yield member, make_one(shared, member)
    else:
        yield from _in_processes(shared, members, min(jobs, len(members)))


def _in_processes(shared: Shared, members: Sequence[str], jobs: int) -> Iterator[tuple[str, MemberResult]]:
    """A worker that dies (killed, out of memory) takes its pool with it: the packs that were under way are given to a new
    one, and one that outlives no worker is given up."""
    shared.prepare()
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    waiting, tries = list(members), dict.fromkeys(members, 0)
    while waiting:
        under_way: dict[Future[MemberResult], str] = {}
        # one at a time after a death, so that only the pack that kills its worker is given up
        at_once = 1 if any(tries.values()) else jobs * _AHEAD
        with ProcessPoolExecutor(
            min(jobs, len(waiting)), context, initializer=_begin, initargs=(shared,)
        ) as pool:
            try:
                while waiting or under_way:
                    while waiting and len(under_way) < at_once:
                        under_way[pool.submit(_make, waiting[0])] = waiting[0]
                        del waiting[0]
                    finished, _ = wait(under_way, return_when=FIRST_COMPLETED)
                    for future in finished:
                        result = future.result()
                        yield under_way.pop(future), result
            except BrokenProcessPool:
                lost = list(under_way.values())
                for member in lost:
                    tries[member] += 1
                waiting = [member for member in lost if tries[member] < TRIES] + waiting
                for member in lost:
                    if tries[member] >= TRIES:
                        yield member, worker_died(member)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


_shared: list[Shared] = []
_SECONDS_BETWEEN_LOOKS = 0.5


def _begin(shared: Shared) -> None:
    """In a new process: keep what all packs have in common, which a fork has already and others are sent once."""
    _shared[:] = [shared]
    gc.freeze()
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(parent: int) -> None:
    """End when the process that gave the work out is killed: nobody else would stop this one."""
    while os.getppid() == parent:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    os._exit(1)


def _make(member: str) -> MemberResult:
    return make_one(_shared[0], member)
