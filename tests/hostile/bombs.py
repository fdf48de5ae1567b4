"""Templates that try to spend the machine, each a few words; ``python -m tests.hostile.bombs`` prints what each came to."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.errors import ReportgenError
from reportgen.excel import EXCEL
from reportgen.expressions.budget import Limits, spending
from reportgen.language import say
from reportgen.word import WORD
from tests.ooxml.files import workbook
from tests.word.documents import docx_of

LIMITS = Limits(seconds=0.3, memory_mib=24, output_mib=4)
M = "{% set m = 'x' * 1000000 %}"  # a text as long as one may be
L = "{% set l = range(100000)|list %}"
N = "{% set n = namespace(v='x', l=[1], i=3) %}"


def _doubling(step: str, start: str = "'x'", times: int = 60) -> str:
    return f"{{% set n = namespace(v={start}) %}}{{% for i in range({times}) %}}{{% set n.v = {step} %}}{{% endfor %}}{{{{ n.v }}}}"


def _nested(text: str, turns: int = 100_000, depth: int = 3) -> str:
    opening = "".join(f"{{% for i{level} in range({turns}) %}}" for level in range(depth))
    return opening + text + "{% endfor %}" * depth


BOMBS: dict[str, str] = {
    # operators
    "power": "{{ 9 ** 99999999 }}",
    "power of powers": "{{ 9 ** 999 ** 999 }}",
    "power in steps": _doubling("n.v ** 900", "7"),
    "power of minus": "{{ 2 ** -99999999 }}",
    "power of decimals": "{{ d ** 99999999 }}",
    "squares": _doubling("n.v * n.v", "99999999"),
    "times": "{{ 'x' * 1000000000 }}",
    "times from the left": "{{ 1000000000 * 'x' }}",
    "times in steps": _doubling("n.v * 50"),
    "list times": "{{ ([0] * 1000000000)|length }}",
    "list times in steps": _doubling("n.v * 999", "[1]"),
    "list of long texts times": M + "{{ ([m] * 100000)|join }}",
    "plus doubling": _doubling("n.v + n.v"),
    "plus of lists": _doubling("n.v + n.v", "[1]"),
    "plus of tuples": _doubling("n.v + n.v", "(1, 2)"),
    "tilde doubling": _doubling("n.v ~ n.v"),
    "tilde of many": M + "{{ " + " ~ ".join(["m"] * 500) + " }}",
    "tilde of nested lists": _doubling("[n.v, n.v]", "[1]") + "{{ n.v ~ '' }}",
    "format width": "{{ '%999999999d' % 1 }}",
    "format precision": "{{ '%.999999999f' % 1.5 }}",
    "format star": "{{ '%*d' % (999999999, 1) }}",
    "format of a mapping": "{{ '%(a)999999999d' % {'a': 1} }}",
    "format of a name in brackets": "{{ '%((a))999999999d' % {'(a)': 1} }}",
    "format again and again": M + "{{ ('%(a)s' * 5000) % {'a': m} }}",
    "format of many": M + "{{ ('%s' * 100) % (" + "m, " * 100 + ") }}",
    "comparing nested lists": _doubling("[n.v, n.v]", "[1]", 80) + "{{ n.v == n.v }}",
    "looking in a list": L + _nested("{{ 'a' in l }}"),
    "comparing in a loop's condition": L + "{% for i in range(100000) if -i in l and -i in l %}x{% endfor %}",
    # filters
    "format filter": "{{ '%999999999d'|format(1) }}",
    "format filter with names": "{{ '%(a)999999999d'|format(a=1) }}",
    "replace": M + "{{ m|replace('x', m) }}",
    "replace nothing": M + "{{ m|replace('', m) }}",
    "replace in steps": _doubling("n.v|replace('x', 'xxxxxxxxxx')"),
    "join": M + "{{ range(100000)|join(m) }}",
    "join what is not counted": M + "{{ range(100000)|map('string')|join(m) }}",
    "join long texts": M + L + "{% set k = [m] * 20 %}{{ (k * 20)|join }}",
    "round": "{{ 1.5|round(999999999) }}",
    "round of whole numbers": "{{ 7|round(-999999999, 'floor') }}",
    "round up": "{{ 7|round(999999999, 'ceil') }}",
    "center": "{{ 'x'|center(999999999) }}",
    "center by name": "{{ 'x'|center(width=999999999) }}",
    "indent": "{{ 'x'|indent(999999999, true) }}",
    "indent by a text": M + "{{ ('\\n' * 100000)|indent(m) }}",
    "indent of lines": "{{ ('\\n' * 900000)|indent(900, blank=true) }}",
    "wordwrap": M + "{{ m|wordwrap(1) }}",
    "wordwrap by a text": M + "{{ ('x ' * 40000)|wordwrap(1, wrapstring=m) }}",
    "striptags": "{{ ('<!---->' * 120000)|striptags }}",
    "batch": "{{ [1]|batch(999999999, 0)|list|length }}",
    "slice": "{{ [1]|slice(999999999)|list|length }}",
    "sum of lists": L + "{{ ([l] * 1000)|sum(start=[])|length }}",
    "string of nested lists": _doubling("[n.v, n.v]", "[1]") + "{{ n.v|string }}",
    "length of nested mappings": _doubling("dict(a=n.v, b=n.v)", "[1]") + "{{ n.v }}",
    "nested mappings": _doubling("{'a': n.v, 'b': n.v}", "[1]") + "{{ n.v|string }}",
    "nested batches": _doubling("[n.v, n.v]|batch(2)|list", "[1]") + "{{ n.v|string }}",
    "nested by plus": _doubling("([n.v]|list) + ([n.v]|list)", "[1]") + "{{ n.v|string }}",
    "nested tuples as keys": _doubling("(n.v, n.v)", "(1,)", 70) + "{{ {n.v: 1} }}",
    "unique of nested tuples": _doubling("(n.v, n.v)", "(1,)", 70) + "{{ [n.v, 1]|unique|list }}",
    "nested namespaces": _doubling("namespace(a=[n.v, n.v])", "[1]") + "{{ n.v.a }}",
    "selecting in a list": L + "{{ range(100000)|map('string')|select('in', l)|list|length }}",
    "mapping a list": L + _nested("{{ l|map('string')|list|length }}", depth=1),
    "sorting again and again": L + _nested("{{ l|sort(reverse=true)|length }}"),
    "grouping again and again": L + _nested("{{ l|batch(1)|list|length }}"),
    "upper again and again": M + _nested("{{ m|upper|lower|length }}"),
    "urlencode": M + "{% set n = namespace(v='%') %}" + "{% for i in range(40) %}{% set n.v = n.v|urlencode * 3 %}{% endfor %}{{ n.v }}",
    "whole number of a huge one": "{{ huge|int|string|length }}",
    "a filter over a block": M + "{% filter replace('x', 'xxxxxxxxxxxxxxxxxxxxxxxxxx') %}{{ m }}{{ m }}{% endfilter %}",
    # methods
    "zfill": "{{ 'x'.zfill(999999999) }}",
    "ljust": "{{ 'x'.ljust(999999999) }}",
    "expandtabs": "{{ ('\\t' * 1000000).expandtabs(1000) }}",
    "expandtabs by name": "{{ '\\t'.expandtabs(tabsize=999999999) }}",
    "method replace": M + "{{ m.replace('x', m) }}",
    "method join": M + "{{ m.join(['a'] * 100000) }}",
    "method join of what is not counted": M + "{{ m.join(range(100000)|map('string')) }}",
    "method join of a text": M + "{{ m.join(m) }}",
    "strftime": "{{ day.strftime('%9999999Y' * 100000) }}",
    "split again and again": "{% set m = 'x ' * 500000 %}" + _nested("{{ m.split()|length }}"),
    # loops, blocks, macros
    "nested loops": _nested("x"),
    "nested loops that say nothing": _nested("{% if false %}x{% endif %}"),
    "nested loops with arithmetic": _nested("{% set a = i0 * i1 %}"),
    "nested loops with conditions": "{% for i in range(100000) if range(100000)|select('gt', 99999)|list %}x{% endfor %}",
    "a long range": "{{ range(10 ** 15)|list|length }}",
    "a range backwards": "{% for i in range(0, -10 ** 15, -1) %}{% endfor %}",
    "much output": M + _nested("{{ m }}", depth=1),
    "much output of short texts": _nested("{{ 'abcdefghij' }}"),
    "a block of much text": M + "{% set b %}" + _nested("{{ m }}", depth=1) + "{% endset %}{{ b|length }}",
    "blocks in blocks": "{% set b %}xxxxxxxx{% endset %}" + "{% set b %}{{ b }}{{ b }}{{ b }}{{ b }}{% endset %}" * 30 + "{{ b }}",
    "a macro that calls itself": "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "a macro that calls itself twice": "{% macro f(k) %}{% if k %}{{ f(k - 1) }}{{ f(k - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
    "macros that call each other": "{% macro f() %}{{ g() }}{% endmacro %}{% macro g() %}{{ f() }}{% endmacro %}{{ f() }}",
    "a macro in a loop": "{% macro f() %}" + _nested("x", 1000, 2) + "{% endmacro %}" + _nested("{{ f() }}", depth=1),
    "a loop in itself": "{% for i in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}",
    "a cycler in a loop": "{% set c = cycler('a', 'b') %}" + _nested("{{ c.next() }}"),
    "texts kept for ever": N + _nested("{% set n.v = namespace(p=n.v, t='y' * 100000) %}", depth=1),
    "lists kept for ever": N + _nested("{% set n.l = [n.l, range(1000)|list] %}", depth=1),
    # literals and depth
    "a huge number": "{{ " + "9" * 100_000 + " }}",
    "a huge number with an exponent": "{{ 1e999999999 * 0 }}{{ huge|int }}",
    "brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "lists in lists": "{{ " + "[" * 5000 + "]" * 5000 + " }}",
    "minus minus": "{{ " + "-" * 20_000 + "1 }}",
    "not not": "{{ " + "not " * 20_000 + "1 }}",
    "a long sum": "{{ " + "1 + " * 20_000 + "1 }}",
    "long steps": "{{ d" + ".a" * 20_000 + " }}",
    "filters upon filters": "{{ 1" + "|abs" * 20_000 + " }}",
    "conditions in conditions": "{{ " + "1 if 0 else " * 5000 + "1 }}",
    "loops in loops": "{% for i in [1] %}" * 150 + "x" + "{% endfor %}" * 150,
    "deep lists": "{% set n = namespace(v=[]) %}{% for i in range(50000) %}{% set n.v = [n.v] %}{% endfor %}{{ n.v|string }}",
    "comparing deep lists": "{% set n = namespace(v=[], w=[]) %}{% for i in range(50000) %}{% set n.v = [n.v] %}{% set n.w = [n.w] %}{% endfor %}{{ n.v == n.w }}",
}  # fmt: skip


def context() -> dict[str, Any]:
    import datetime
    from decimal import Decimal

    return {
        "d": Decimal("1.7"),
        "huge": Decimal("1e999999999"),
        "day": datetime.date(2026, 5, 31),
        "rows": [{"a": 1}],
    }


def in_word(bomb: str, values: Mapping[str, Any]) -> None:
    WORD.compile(docx_of(bomb)).fill(values)


def in_excel(bomb: str, values: Mapping[str, Any]) -> None:
    EXCEL.compile(workbook([[bomb]])).fill(values)


FILLS = {"word": in_word, "excel": in_excel}


def ended(bomb: str, engine: str, limits: Limits = LIMITS) -> str | None:
    """The sentence that a bomb ends in, in English; ``None`` where it is filled. Whatever else is raised is raised."""
    try:
        with spending(limits):
            FILLS[engine](bomb, context())
    except ReportgenError as error:
        return say(error.message, "en")
    return None


def outcomes(limits: Limits = LIMITS, every: int = 1) -> Iterator[tuple[str, str, float, str | None]]:
    for name, bomb in list(BOMBS.items())[::every]:
        for engine in FILLS:
            start = time.perf_counter()
            try:
                said = ended(bomb, engine, limits)
            except Exception as error:
                said = f"!! {type(error).__name__} {error}"
            yield name, engine, time.perf_counter() - start, said


def main() -> None:
    longest, filled, count = 0.0, [], 0
    for name, engine, seconds, said in outcomes():
        count += 1
        longest = max(longest, seconds)
        if said is None:
            filled.append(f"{name} ({engine})")
        print(f"{seconds:6.2f} s  {engine:5}  {name}: {said or 'filled'}"[:220])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{count} bombs: the longest took {longest:.1f} s, memory at most {memory} MiB, {len(filled)} were filled: {filled}"
    )


if __name__ == "__main__":
    main()
