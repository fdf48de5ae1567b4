"""Whether a folder still holds what its pack.json says, and who signed it."""

import hashlib
import json
import os
import re
import shutil

import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reportgen.build.batches.batch import build_for_each
from reportgen.build.build import build
from reportgen.build.verify import verify
from reportgen.cli import main
from tests.build.batches.test_batch import BELOW, TWO
from tests.build.packs import pack

UNSIGNED = (
    "note: pack.json: it is not signed: that folder and pack.json agree says nothing against somebody who changed both. Where that matters, "
    "build with --sign and verify with --key, or build again from the same inputs: the bytes must be the same. [not-proven]\n"
)
UNCHECKED = (
    "note: pack.json: its signature was not checked: that folder and pack.json agree says nothing against somebody who changed both. "
    "Give the public key with --key. [not-proven]\n"
)


def run(*arguments, language="en"):
    done = CliRunner().invoke(main, ["verify", *map(str, arguments), "--language", language])
    return done.exit_code, done.output


def keys_of(folder):
    """What is found, each by its code and variant."""
    return {finding.key for finding in verify(folder)[0]}


def entries(said):
    """The entries of pack.json that are named, each with what is wrong."""
    return re.findall(r"entry “(.*?)”", said)


def change(folder, at, to):
    """Change pack.json at a path of keys, as somebody with a text editor would."""
    made = json.loads((folder / "pack.json").read_text("utf-8"))
    *way, last = at
    item = made
    for key in way:
        item = item[key]
    item[last] = to(item[last]) if callable(to) else to
    (folder / "pack.json").write_text(json.dumps(made), "utf-8")


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    for name in ("ours", "theirs"):
        key = Ed25519PrivateKey.generate()
        pem = serialization.Encoding.PEM
        (folder / f"{name}.pem").write_bytes(
            key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        )
        (folder / f"{name}.pub").write_bytes(
            key.public_key().public_bytes(pem, serialization.PublicFormat.SubjectPublicKeyInfo)
        )
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory, keys):
    folder = tmp_path_factory.mktemp("made")
    return build(pack(folder), sign=keys / "ours.pem").placed.folder


@pytest.fixture
def built(made, tmp_path):
    return shutil.copytree(made, tmp_path / "built")


def test_what_was_built_is_as_it_was_built(built):
    assert run(built) == (0, f"{UNCHECKED}6 files are as built.\n")
    said = run(built, language="zh")[1]
    assert "签名未经核对" in said
    assert said.endswith("6个文件与生成时一致。\n")


def test_without_a_signature_it_says_what_is_not_proven(built):
    (built / "pack.json.sig").unlink()
    assert run(built) == (0, f"{UNSIGNED}6 files are as built.\n")
    assert [item["code"] for item in json.loads(run(built, "--json")[1])] == ["not-proven"]


def test_missing_changed_and_extra_files_are_named(built):
    (built / "brief-en.docx").unlink()
    (built / "book-zh.xlsx").write_bytes(b"other")
    (built / "more").mkdir()
    (built / "more" / "note.txt").write_text("x")
    (built / "brief-zh.pdf").write_bytes(b"laid out from the document")
    code, said = run(built)
    assert code == 1
    assert [line.split(" [")[1] for line in said.splitlines()] == [
        "file-missing]",
        "file-changed]",
        "file-extra]",
        "not-proven]",
    ]
    assert "brief-en.docx: the file is missing." in said
    assert "book-zh.xlsx: the file is not the one that was built." in said
    assert "more/note.txt: no build wrote this file." in said
    found = json.loads(run(built, "--json")[1])
    assert [item["code"] for item in found] == ["file-missing", "file-changed", "file-extra", "not-proven"]


def test_a_signature_fits_or_it_is_said(built, keys):
    assert run(built, "--key", keys / "ours.pub") == (0, "6 files are as built, and the signature fits.\n")
    code, said = run(built, "--key", keys / "theirs.pub")
    assert (code, "its signature does not fit it and this key." in said) == (1, True)
    (built / "pack.json").write_bytes((built / "pack.json").read_bytes() + b" ")
    assert "[signature-wrong]" in run(built, "--key", keys / "ours.pub")[1]
    (built / "pack.json.sig").write_bytes(b"\xff no base64")
    assert "[signature-wrong]" in run(built, "--key", keys / "ours.pub")[1]
    (built / "pack.json.sig").unlink()
    assert "没有签名" in run(built, "--key", keys / "ours.pub", language="zh")[1]
    assert "[signature-missing]" in run(built, "--key", keys / "ours.pub")[1]


def test_a_build_without_a_key_leaves_no_signature_of_the_build_before(tmp_path, keys):
    folder = pack(tmp_path / "pack")
    built = build(folder, sign=keys / "ours.pem").placed.folder
    assert (built / "pack.json.sig").is_file()
    build(folder)
    assert not (built / "pack.json.sig").exists()
    assert "[signature-missing]" in run(built, "--key", keys / "ours.pub")[1]


def test_the_same_key_and_inputs_give_the_same_signature(made, tmp_path, keys):
    again = build(made.parents[1], output=tmp_path, sign=keys / "ours.pem").placed.folder
    assert (again / "pack.json.sig").read_bytes() == (made / "pack.json.sig").read_bytes()


def test_no_key_is_said_with_the_way_to_one(built, keys, tmp_path):
    assert run(built, "--key", keys / "ours.pem")[1].startswith(
        f"reportgen: {keys / 'ours.pem'} holds no ed25519 public key"
    )
    done = CliRunner().invoke(
        main, ["build", str(pack(tmp_path)), "--sign", str(keys / "ours.pub"), "--language", "en"]
    )
    assert done.exit_code == 2
    assert "openssl genpkey -algorithm ed25519" in done.output


def test_without_cryptography_it_says_what_to_install(built, keys, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives", None)
    assert run(built, "--key", keys / "ours.pub") == (
        2,
        'reportgen: Signatures need the package cryptography: pip install "reportgen[sign]".\n',
    )


def test_a_batch_is_verified_area_by_area(tmp_path, keys):
    target = build_for_each(pack(tmp_path, TWO, areas=BELOW), sign=keys / "ours.pem").folder
    assert run(target, "--key", keys / "ours.pub") == (0, "12 files are as built, and the signature fits.\n")
    (target / "D1" / "brief-en.docx").unlink()
    (target / "D2" / "pack.json").write_bytes((target / "D2" / "pack.json").read_bytes() + b"\n")
    (target / "stray").mkdir()
    said = run(target)[1]
    assert "D1/brief-en.docx: the file is missing." in said
    assert "D2/pack.json: the file is not the one that was built." in said
    assert "stray: no build wrote this file." in said
    shutil.rmtree(target / "D2")
    assert "D2/pack.json: the file is missing." in run(target)[1]


HOSTILE = {
    "NaN": (b'{"outputs": [NaN]}', "it holds a number that is none (NaN)"),
    "a huge exponent": (b'{"outputs": [1e999999999]}', "it holds a number that is none (1e999999999)"),
    "a huge number": (b'{"outputs": [' + b"9" * 100_000 + b"]}", "it holds a number that is none"),
    "depth": (b'{"outputs": ' + b"[" * 200_000, "it is nested too deeply"),
    "not UTF-8": (b'{"outputs": "\xff"}', "it is not UTF-8"),
    "half": (b'{"outputs": [', "it is no JSON (row 1, column"),
    "a list": (b"[]", "it is no JSON object"),
    "nothing": (b"", "it is no JSON (row 1, column 1)"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_pack_json_that_is_none_is_one_sentence(built, name):
    data, why = HOSTILE[name]
    (built / "pack.json").write_bytes(data)
    code, said = run(built)
    assert (code, said.count("\n")) == (2, 1)
    assert why in said
    done = CliRunner().invoke(
        main, ["compare", str(built / "pack.json"), str(built / "pack.json"), "--language", "zh"]
    )
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
    assert "pack.json" in done.output


def test_what_it_lists_leads_nowhere_else(built):
    (built / "pack.json").write_text(
        '{"outputs": [{"path": "../../etc/passwd", "sha256": "0"}, {"path": 7}, 3, {"path": "a:b"}]}'
    )
    code, said = run(built)
    assert code == 1
    outputs = [f"outputs[{number}]" for number in range(4)]
    assert entries(said) == ["format", "pack", "inputs", *outputs, "figures", "sources", "breaks", "findings"]
    assert "[file-extra]" in said
    assert "passwd" not in said


LISTS = ("inputs", "outputs", "figures", "sources", "breaks", "findings")
FIGURE = ("figures", 0)
NO_BUILD_WRITES = {
    "a format": (("format",), 10**300, ["format"]),
    **{f"no {name}": ((name,), None, [name]) for name in LISTS},
    **{f"{name} that are none": ((name,), {"a": 1}, [name]) for name in LISTS},
    "an area that is none": (("pack", "ref_area"), 7, ["pack"]),
    "a period that is none": (("pack", "period"), "soon", ["pack"]),
    "a day that is none": (("pack", "cut_off"), "2022-02-30", ["pack"]),
    "an input without a sum": (("inputs", 0, "sha256"), "0", ["inputs[0]"]),
    "a huge value": ((*FIGURE, "value"), "1e999999999", ["figures[0]"]),
    "a value that is none": ((*FIGURE, "value"), "NaN", ["figures[0]"]),
    "a precision": ((*FIGURE, "precision"), 10**200, ["figures[0]"]),
    "an id": ((*FIGURE, "id"), "../../etc/passwd", ["figures[0]"]),
    "citations": ((*FIGURE, "citations"), 7, ["figures[0]"]),
    "an indicator that the id does not say": ((*FIGURE, "indicator"), "export", ["figures[0]"]),
    "a period that the id does not say": ((*FIGURE, "period"), "1999", ["figures[0]"]),
    "a source without a code": (("sources", 0), {"title": "x"}, ["sources[0]"]),
    "a break that is none": (("breaks",), [7], ["breaks[0]"]),
    "a finding that is none": (
        ("findings",),
        [{"code": "x", "severity": "fatal"}],
        ["findings[0]", "findings"],
    ),
}


@pytest.mark.long_but_for(every=3)
@pytest.mark.parametrize("name", NO_BUILD_WRITES)
def test_what_no_build_writes_is_told_of_an_unsigned_pack_json_too(built, name):
    at, to, named = NO_BUILD_WRITES[name]
    change(built, at, to)
    code, said = run(built)
    assert (code, entries(said)) == (1, named)
    assert "[manifest-damaged]" in said
    assert "不会由生成写出" in run(built, language="zh")[1]


def again(items):
    return [*items, items[0]]


TWICE = "lists what an entry before it lists."
ALONE = "names a figure or a source that it does not list, or is a source that nothing cites."
OF_BRIEF = "” says something else than brief-en.docx itself."
OF_BOOK = "” says something else than book-en.xlsx itself."
DAMAGES = {TWICE: "twice", ALONE: "alone", OF_BRIEF: "document", OF_BOOK: "document"}
UNLIKE = {
    "an output twice": (("outputs",), again, "outputs[6]", TWICE),
    "an output twice in capitals": (
        ("outputs",), lambda items: [*items, {**items[0], "path": "BRIEF-en.docx"}], "outputs[6]", TWICE,
    ),
    "an input twice": (("inputs",), again, "inputs[9]", TWICE),
    "a source twice": (("sources",), again, "sources[1]", TWICE),
    "a source that nothing cites": (
        ("sources",), lambda items: [*items, {**items[0], "source": "ministry"}], "sources[1]", ALONE,
    ),
    "a source that is not listed": (("sources",), [], "figures[0]", ALONE),
    "a figure that is not listed": (("figures",), lambda items: items[1:], "outputs[0]", ALONE),
    "another value": ((*FIGURE, "value"), "99990000000", "figures[0]", OF_BRIEF),
    "another text": ((*FIGURE, "display_en"), "99.99 billion yuan", "figures[0]", OF_BRIEF),
    "another citation": ((*FIGURE, "citations", 0, "statement"), "as the ministry says", "figures[0]", OF_BRIEF),
    "another title of a source": (("sources", 0, "title"), "Yearbook", "sources[0]", OF_BRIEF),
    "another pack": (("pack", "name"), "large", "pack", OF_BRIEF),
    "another period": (("pack", "period"), "2020", "pack", OF_BRIEF),
    "what a brief shows": (("outputs", 0, "figures", 0, "text"), "9 yuan", "outputs[0]", OF_BRIEF),
    "where a book shows it": (("outputs", 1, "figures", 0, "place"), "C9", "outputs[1]", OF_BOOK),
    "no findings": (("findings",), [], "findings", OF_BRIEF),
}  # fmt: skip


@pytest.mark.long_but_for(every=2)
@pytest.mark.parametrize("name", UNLIKE)
def test_what_an_unsigned_pack_json_says_is_held_against_itself_and_the_documents(built, name):
    at, to, entry, words = UNLIKE[name]
    change(built, at, to)
    code, said = run(built)
    assert code == 1
    assert entry in entries(said), said
    assert words in said
    assert f"manifest-damaged/{DAMAGES[words]}" in keys_of(built)
    assert "[manifest-damaged]" in run(built, language="zh")[1]


def test_documents_are_not_read_where_the_signature_vouches_for_their_sums(built, keys, monkeypatch):
    from reportgen.build import verify

    monkeypatch.setattr(verify, "open_finished", lambda _: pytest.fail("read"))
    assert run(built, "--key", keys / "ours.pub")[0] == 0


def test_a_document_with_a_fitting_sum_that_cannot_be_read_is_told(built):
    (built / "brief-en.docx").write_bytes(b"no package")
    change(built, ("outputs", 0, "sha256"), hashlib.sha256(b"no package").hexdigest())
    code, said = run(built)
    assert (
        code,
        "brief-en.docx: the file has the sum that pack.json lists, and no build wrote it" in said,
    ) == (1, True)
    assert "file-changed/unreadable" in keys_of(built)


LIES = " lies there in place of the file that was built."
IN_PLACE = {
    "a link": (lambda path: path.symlink_to("elsewhere"), "file-changed/link", f"a link{LIES}"),
    "a folder": (lambda path: path.mkdir(), "file-changed/folder", f"a folder{LIES}"),
    "a pipe": (lambda path: os.mkfifo(path), "file-changed/device", f"a pipe or a device{LIES}"),
}


@pytest.mark.parametrize("name", IN_PLACE)
@pytest.mark.parametrize("file", ["brief-en.docx", "pack.json", "pack.json.sig"])
def test_what_lies_in_place_of_a_file_is_named(built, keys, name, file):
    path = built / file
    held = path.read_bytes()
    path.unlink()
    put, key, words = IN_PLACE[name]
    put(path)
    if name == "a link":  # to the very bytes, elsewhere
        path.unlink()
        (built.parent / "elsewhere").write_bytes(held)
        path.symlink_to(built.parent / "elsewhere")
    code, said = run(built, "--key", keys / "ours.pub")
    if file == "pack.json.sig" and name == "a link":
        assert code == 0  # a signature fits wherever it lies
    else:
        assert code in (1, 2)
        assert file in said
        assert name in said or file == "pack.json.sig" or code == 2
    if file == "brief-en.docx":
        assert f"brief-en.docx: {words}" in said
        assert key in keys_of(built)


def test_links_and_pipes_beside_the_documents_are_named(built):
    os.mkfifo(built / "pipe")
    (built / "link").symlink_to(built.parent)
    said = run(built)[1]
    assert "link: no build wrote this file." in said
    assert "pipe: no build wrote this file." in said


def test_inputs_that_lie_there_are_held_against_their_sums(tmp_path):
    made = build(pack(tmp_path / "pack")).placed.folder
    assert run(made) == (0, f"{UNSIGNED}6 files are as built.\n")
    (tmp_path / "pack" / "brief.docx").write_bytes(b"another template")
    (tmp_path / "pack" / "data" / "areas.csv").unlink()
    code, said = run(made)
    assert (code, said.count("[input-changed]")) == (0, 1)
    assert "brief.docx: this input is no longer the one that the pack was built from." in said
    assert "输入文件" in run(made, language="zh")[1]


def test_a_folder_that_nobody_built_is_said_to_be_one(tmp_path):
    code, said = run(tmp_path)
    assert (code, "nothing was built there" in said) == (2, True)


ODD = (None, 7, -1.5, True, "", "x\x1b[31m", [], [[]], {}, {"a": [1]}, [None, 7, {}])


def places(item, way=()):
    """The path to everything in a JSON value, one of each list."""
    yield way
    inside = item.items() if isinstance(item, dict) else enumerate(item[:1]) if isinstance(item, list) else ()
    for key, value in inside:
        yield from places(value, (*way, key))


@pytest.mark.long
def test_whatever_stands_anywhere_in_a_pack_json_is_answered(built):
    data = (built / "pack.json").read_bytes()
    tried = 0
    for at in [*places(json.loads(data))][1:]:
        for number in (len(at) % 3, 3 + len(at) % 4, 7 + tried % 4):
            (built / "pack.json").write_bytes(data)
            change(built, at, ODD[number])
            code, said = run(built)
            assert code in (0, 1), (at, ODD[number], said)
            assert "\x1b" not in said
            tried += 1
    print(f"{tried} odd values in pack.json: all answered")
    assert tried > 150
