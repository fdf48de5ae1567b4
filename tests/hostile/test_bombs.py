"""No template runs on: every bomb ends in one sentence within its budget, and changes nothing it was given."""

import copy
import time
from contextlib import suppress

import pytest

from reportgen.build.definition import read_definition
from reportgen.errors import PackError, TemplateError
from reportgen.expressions.budget import Limits, spending
from reportgen.findings import has_errors
from reportgen.language import language, say
from reportgen.record import replace
from tests.build.packs import pack
from tests.hostile.bombs import BOMBS, FILLS, LIMITS, context, in_word, outcomes


def test_bombs_end_in_one_sentence_within_their_budget():
    look_at(outcomes(replace(LIMITS, seconds=0.1), every=3))


@pytest.mark.long
def test_every_bomb_does():
    look_at(outcomes(LIMITS))


def look_at(bombs):
    made = list(bombs)
    assert [(name, engine) for name, engine, _, said in made if said is None or said.startswith("!!")] == []
    assert [name for name, _, _, said in made if len(said.splitlines()) > 1 + BOMBS[name].count("\n")] == []
    longest = max(seconds for _, _, seconds, _ in made)
    print(
        f"{len(made)} bombs in Word and Excel templates: all ended in a sentence, the longest in {longest:.1f} s"
    )


@pytest.mark.parametrize(
    ("bomb", "english", "chinese"),
    [
        ("nested loops that say nothing", "the filling takes more than 0.3 seconds (“seconds” under [limits] in pack.toml)", "超过0.3秒"),
        ("string of nested lists", "the filling makes more than 24 MiB of values (“memory_mib”", "产生的值超过24 MiB"),
        ("much output", "the filling writes more than 4 MiB (“output_mib”", "写出的内容超过4 MiB"),
        ("brackets", "The tags nest too deeply, or a number in them is too long.", "标签嵌套过深"),
        ("a macro that calls itself", "it is nested too deeply", "嵌套过深"),
    ],
)  # fmt: skip
def test_it_says_which_limit_and_where_it_is_set(bomb, english, chinese):
    patient = (
        LIMITS if "seconds" in english else replace(LIMITS, seconds=60)
    )  # a busy machine spends time first
    with spending(patient), pytest.raises(TemplateError) as caught:
        in_word(BOMBS[bomb], context())
    assert english in say(caught.value.message, "en")
    assert chinese in say(caught.value.message, "zh")
    assert has_errors(caught.value.findings)


def test_what_a_template_is_given_it_cannot_change():
    given = context() | {"list": [3, 1, [2]], "mapping": {"a": [1]}}
    before = copy.deepcopy(given)
    for attempt in (
        "{% do list.append(1) %}", "{% do list.sort() %}", "{% do mapping.update(b=1) %}", "{% do list.__setitem__(0, 1) %}",
        "{% set list = list + [4] %}{{ list|sort|join }}", "{% set n = namespace(l=list) %}{% set n.l = n.l + [1] %}{{ n.l|length }}",
        "{{ (list|reverse|list)[0] }}", "{% do mapping['a'].pop() %}", "{{ dict(mapping, a=1)|length }}",
    ):  # fmt: skip
        for fill in FILLS.values():
            with suppress(TemplateError):
                fill(attempt, given)
    assert given == before


def test_the_limits_of_a_pack_hold_for_its_templates(tmp_path):
    from reportgen.build.build import build

    folder = pack(
        tmp_path,
        paragraphs=["{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}"],
    )
    definition = folder / "pack.toml"
    definition.write_text(f"{definition.read_text()}\n[limits]\nseconds = 1\n")
    assert read_definition(folder).limits == Limits(seconds=1)
    with pytest.raises(PackError) as caught:
        build(folder)
    assert "the filling takes more than 1 seconds" in language("en").sentence(caught.value.findings[0])
    assert not (folder / "build").exists()


@pytest.mark.parametrize(
    ("bomb", "says"),
    [
        ("{{ paragraph([cbec_trade] * 9999) }}", "1001 is more than the 1000 that a template may ask for"),
        ("{{ paragraph([[cbec_trade] * 900] * 900) }}", "1001 is more than the 1000"),
        ("{{ paragraph([[[]] * 999] * 999) }}", "1001 is more than the 1000"),
        ("{% for a in range(9999) %}{{ paragraph([cbec_trade] * 900) }}{% endfor %}", "takes more than 1 seconds"),
        ("{% for a in range(99999) %}{{ cbec_trade }} {{ cbec_trade.yoy }}{% endfor %}", "takes more than 1 seconds"),
        ("{% for a in range(99999) %}{% set b = cbec_trade.last(999) %}{% endfor %}", "takes more than 1 seconds"),
        ("{{ cbec_trade.last(99999).count }}", "99999 is more than the 1000"),
    ],
)  # fmt: skip
def test_words_of_the_vocabulary_are_counted_too(tmp_path, bomb, says):
    from reportgen.build.build import build

    folder = pack(tmp_path, paragraphs=[bomb])
    definition = folder / "pack.toml"
    definition.write_text(f'languages = ["en"]\n{definition.read_text()}\n[limits]\nseconds = 1\n')
    started = time.thread_time()
    with pytest.raises(PackError) as caught:
        build(folder)
    assert says in language("en").sentence(caught.value.findings[0])
    assert time.thread_time() - started < 8
