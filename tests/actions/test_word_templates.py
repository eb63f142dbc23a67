"""A Word template is compiled once: what comes of it is kept by content, and can be sent to other processes."""

from __future__ import annotations

import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from docgen.actions import word_templates
from docgen.actions.render_papers import CHUNK, Layout, Sheet, render_papers
from docgen.actions.word_templates import CACHE_VARIABLE, MOST_KEPT, find_kept, ready_template, receive_templates
from docgen.errors import SetupError
from docgen.formats.docx.compiled import CompiledTemplate, compile_template
from docgen.formats.docx.render import render_docx
from formats.docx.beside_docxtpl import make_template, read_parts
from formats.docx.word import make_word

BODY = "<w:p><w:r><w:t>Beste {{ naam }}{% if slot %}, {_{ slot }_}{% endif %}</w:t></w:r></w:p>"
TEMPLATE = make_template(BODY, header=BODY, footnote=BODY)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own, and nothing in memory."""
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(word_templates, "_ready", {})
    return tmp_path / "cache"


def forget() -> None:
    word_templates._ready.clear()  # noqa: SLF001 - as a new process begins


def fill(template: CompiledTemplate) -> bytes:
    return render_docx(template, {"naam": "An", "slot": True}, title="Brief", language="nl")


def test_a_kept_template_fills_in_the_same_bytes(cache: Path) -> None:
    first = ready_template(TEMPLATE)
    forget()
    kept = ready_template(TEMPLATE)

    assert kept == first == compile_template(TEMPLATE)
    assert kept is not first
    assert fill(kept) == fill(first)
    assert [find_kept(TEMPLATE)] == list(cache.iterdir())


def test_a_kept_template_does_without_docxtpl() -> None:
    ready_template(TEMPLATE)
    code = (
        "import sys; from docgen.actions.word_templates import ready_template; from pathlib import Path;"
        "from docgen.formats.docx.render import render_docx; ready = ready_template(Path(sys.argv[1]).read_bytes());"
        "render_docx(ready, {'naam': 'An', 'slot': 1}, title='t', language='nl'); print('docxtpl' in sys.modules)"
    )
    path = find_kept(TEMPLATE).with_suffix(".docx")
    path.write_bytes(TEMPLATE)
    command = [sys.executable, "-c", code, str(path)]
    first = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    path.write_bytes(make_word(["{{ naam }} {{ slot }}"]))
    other = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    assert ("False\n", "True\n") == (first.stdout, other.stdout)


def test_another_template_is_kept_beside_it(cache: Path) -> None:
    ready_template(TEMPLATE)
    ready_template(make_word(["{{ naam }}"]))
    assert 2 == len(list(cache.iterdir()))


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def flipped(data: bytes) -> bytes:
    return data.replace(b"Beste", b"Boste")


def foreign(_data: bytes) -> bytes:
    """What another program may have put there, with a sum that is right."""
    content = b'{"parts": [{"name": "docProps/core.xml", "source": "x"}, {"name": "../../x", "source": "y"}]}'
    return word_templates._sum(content).encode() + b"\n" + content  # noqa: SLF001 - only it makes the sum right


def pickled(_data: bytes) -> bytes:
    return pickle.dumps({"parts": []})


@pytest.mark.parametrize("spoil", [half, flipped, foreign, pickled, lambda _: b"", lambda _: b"\xff\n[]"])
def test_a_kept_file_that_is_not_what_was_written_is_passed_over_and_written_anew(spoil) -> None:
    ready = ready_template(TEMPLATE)
    path = find_kept(TEMPLATE)
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    forget()

    assert ready == ready_template(TEMPLATE)
    assert whole == path.read_bytes()


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bestand").write_bytes(b"x")
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "bestand" / "cache"))
    assert ready_template(TEMPLATE) == compile_template(TEMPLATE)


def test_the_oldest_templates_go(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_templates, "MOST_KEPT", 2)
    for number in range(4):
        ready_template(make_template(BODY.replace("Beste", f"Beste {number}")))
    assert 2 == len(list(cache.iterdir()))
    assert MOST_KEPT > 2


def test_a_faulty_template_is_told_each_time_and_not_kept(cache: Path) -> None:
    for _ in range(2):
        with pytest.raises(SetupError, match="bevat een fout"):
            ready_template(make_word(["{% if x %}"]))
    assert not cache.exists()


def test_a_compiled_template_can_be_sent_to_another_process() -> None:
    ready = compile_template(TEMPLATE)
    fill(ready)
    sent = pickle.loads(pickle.dumps(ready))  # noqa: S301 - our own bytes
    receive_templates([sent])

    assert ready == sent
    assert ready_template(TEMPLATE) is sent
    assert fill(ready) == fill(sent)


def test_other_processes_get_the_compiled_template_and_give_the_same_papers(tmp_path: Path) -> None:
    path = tmp_path / "nl.docx"
    path.write_bytes(TEMPLATE)
    layout = Layout({"docx": path}, "Brief", "nl", "Dienst")
    sheets = [Sheet({"naam": f"An {at}", "slot": True}, {}, date(2026, 7, 3)) for at in range(CHUNK + 2)]

    papers = list(render_papers(layout, sheets, workers=2))
    assert papers == list(render_papers(layout, sheets))
    assert b"An 26, {{ slot }}" in read_parts(papers[-1].files["docx"])["word/document.xml"]


def test_without_a_word_from_the_environment_templates_are_kept_in_the_users_cache_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(CACHE_VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = find_kept(TEMPLATE).parent
    assert "sjablonen" == folder.name
    assert "docgen" in folder.parts


def test_few_templates_stay_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_templates, "_MOST_IN_MEMORY", 1)
    first, second = (compile_template(make_template(BODY.replace("Beste", name))) for name in ("Dag", "Hallo"))
    receive_templates([first, second])
    assert [second] == list(word_templates._ready.values())  # noqa: SLF001 - what is in memory shows nowhere else
