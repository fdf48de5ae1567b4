"""One figure stated twice: with different values, or alike but not in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reportgen.dataset.checks import statistical_key
from reportgen.dataset.findings import note, warning
from reportgen.dataset.raw import at
from reportgen.dataset.records import Dataset, Observation
from reportgen.dataset.wording import as_stated, name_of
from reportgen.findings import Finding


def stated_twice(dataset: Dataset) -> Iterator[Finding]:
    """Two observations of the same figure. The very same number twice is left to the structural checks."""
    grouped: dict[tuple[object, ...], list[Observation]] = {}
    for observation in dataset.observations.values():
        grouped.setdefault(statistical_key(observation), []).append(observation)
    for members in grouped.values():
        for first, second in combinations(members, 2):
            if not first.quantity.range.overlaps(second.quantity.range):
                yield _disagreement(dataset, first, second)
            elif _written(first) != _written(second):
                yield _agreement(dataset, first, second)


def _written(observation: Observation) -> tuple[object, ...]:
    return observation.quantity.value, observation.quantity.qualifier


def _disagreement(dataset: Dataset, first: Observation, second: Observation) -> Finding:
    name, one, other = name_of(dataset, second), as_stated(first), as_stated(second)
    return warning(
        "stated-twice",
        at(second.place, second.place.row, "value", second.quantity.text),
        (
            f"{name.en}, is stated twice with different values: {one.en} in “{first.obs_id}”, {other.en} in “{second.obs_id}”. The first one is used.",
            f"{name.zh}有两个不同的数值：“{first.obs_id}”为{one.zh}，“{second.obs_id}”为{other.zh}；目前采用前者。",
        ),
        (
            "Find out which holds; give different definitions different scopes, and mark a revised figure in the column status.",
            "请核实以哪个为准；口径不同的应填写不同的scope，修订数应在status列注明。",
        ),
        first.obs_id,
        second.obs_id,
    )


def _agreement(dataset: Dataset, first: Observation, second: Observation) -> Finding:
    name, one, other = name_of(dataset, second), as_stated(first), as_stated(second)
    return note(
        "stated-twice-alike",
        at(second.place, second.place.row, "value", second.quantity.text),
        (
            f"{name.en}, is stated twice, as {one.en} and as {other.en}; the two agree within their rounding.",
            f"{name.zh}有两种表述：{one.zh}和{other.zh}，在取舍误差内一致。",
        ),
        ("Keep the more precise row and give it both citations.", "请保留较精确的一行，并为其登记两条引用。"),
        first.obs_id,
        second.obs_id,
    )
