"""Packs made on a Dask cluster: the gateway to distributed, the extra ``dask``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportgen.build.batches.making import TRIES, MemberResult, Shared, make_one, unpacked, worker_died
from reportgen.dataset.stores import said_of, without_secrets
from reportgen.errors import ToolMissingError
from reportgen.messages import Message

_SECONDS_TO_ANSWER = 30


def on_cluster(shared: Shared, members: Sequence[str], scheduler: str) -> Iterator[tuple[str, MemberResult]]:
    """Each member with its result, as the workers finish. The dataset is sent once; a worker that goes is replaced."""
    distributed = _distributed()
    try:
        client = distributed.Client(scheduler, timeout=_SECONDS_TO_ANSWER)
    except (OSError, ValueError) as error:
        said = (
            Message("dataset.no-address") if isinstance(error, ValueError) else said_of(scheduler, str(error))
        )
        address = without_secrets(scheduler)
        raise ToolMissingError(Message("pack.no-scheduler", address=address, said=said)) from error
    with client:
        data = client.scatter(shared.packed(), broadcast=True, hash=True)
        waiting = {
            client.submit(_make, data, member, pure=False, retries=TRIES): member for member in members
        }
        for future in distributed.as_completed(list(waiting)):
            member = waiting.pop(future)
            yield member, _result(future, member)
            future.release()


def _result(future: Any, member: str) -> MemberResult:
    error = future.exception()
    if error is not None:
        return worker_died(member)
    result: MemberResult = future.result()
    return result


def _make(data: bytes, member: str) -> MemberResult:
    return make_one(unpacked(data), member)


def _distributed() -> Any:
    try:
        import distributed
    except ModuleNotFoundError:
        raise ToolMissingError(Message("pack.no-dask")) from None
    return distributed
