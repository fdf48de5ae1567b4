"""Tags as people type them in Word and Excel."""

import pytest

from reportgen.expressions import find_tags


def only(text):
    (tag,) = find_tags(text)
    return tag


def bodies(text):
    return [tag.body for tag in find_tags(text)]


def test_tags_are_found_in_order_with_their_span():
    text = "Up {{ rate }} in {% if a %}2021{% endif %}{# why #}"
    assert bodies(text) == ["rate", "if a", "endif", "why"]
    assert text[find_tags(text)[0].start : find_tags(text)[0].end] == "{{ rate }}"


def test_typographic_quotes_and_fullwidth_punctuation_become_plain():
    assert only("{{ tables[“plan”] }}").body == 'tables["plan"]'
    assert only("{{ 目标（“缺口”，1）}}").body == '目标("缺口",1)'
    assert only("{{ a\u00a0+\u00a0‘b’ }}").body == "a + 'b'"


def test_what_stands_in_quotes_stays_as_typed():
    assert only('{{ "他说“好”，（行）" }}').body == '"他说“好”，（行）"'


def test_lines_in_quotes_end_in_one_way_as_programs_count_them():
    assert only("{{ 'a\r\nb\rc' }}").body == "'a\nb\nc'"


def test_braces_inside_quotes_and_mappings_do_not_end_a_tag():
    assert only("{{ '}}' }}").body == "'}}'"
    assert only("{{ {'a': {'b': 1}}['a']['b'] }}").body == "{'a': {'b': 1}}['a']['b']"


@pytest.mark.parametrize("scope", ["p", "tr", "tc", "r"])
def test_a_scope_is_taken_off_the_body(scope):
    tag = only(f"{{%{scope} for row in rows %}}")
    assert (tag.scope, tag.body, tag.keyword) == (scope, "for row in rows", "for")


def test_a_variable_called_like_a_scope_stays_a_variable():
    assert (only("{{ r }}").scope, only("{{ r }}").body) == ("", "r")
    assert (only("{{r.name}}").scope, only("{{r.name}}").body) == ("", "r.name")
    assert (only("{{r name}}").scope, only("{{r name}}").body) == ("r", "name")


def test_trim_marks_are_noted():
    tag = only("{%- if a -%}")
    assert (tag.body, tag.trim_before, tag.trim_after) == ("if a", True, True)


def test_a_tag_without_end_says_so():
    assert not only("Up {{ rate").closed
    assert only("Up {{ it's }}").closed
