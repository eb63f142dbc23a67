"""The organisation's settings: read once, every fault told with a way out."""

from pathlib import Path

import pytest

from docgen.errors import SetupError
from docgen.model.value import SignatureKind
from docgen.settings import Settings, read_settings


def write(folder: Path, text: str) -> Path:
    path = folder / "docgen.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DOCGEN_SETTINGS", raising=False)
    assert read_settings() == Settings()


def test_a_file_in_the_working_folder_is_found(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DOCGEN_SETTINGS", raising=False)
    write(tmp_path, '[organisatie]\nnaam = "Voorbeelddienst"\n')
    assert read_settings().organisatie.naam == "Voorbeelddienst"


def test_the_environment_can_name_the_file(tmp_path, monkeypatch):
    monkeypatch.setenv("DOCGEN_SETTINGS", str(write(tmp_path, "[betaling]\nverplicht = true\n")))
    assert read_settings().betaling.verplicht


def test_paths_are_taken_from_the_settings_file(tmp_path):
    text = '[paden]\nsjablonen = "eigen"\ncertificaatregister = "r.sqlite"\n[organisatie]\nlogo = "logo.png"\n'
    settings = read_settings(write(tmp_path, text))
    assert settings.paden.sjablonen == tmp_path / "eigen"
    assert settings.paden.certificaatregister == tmp_path / "r.sqlite"
    assert settings.organisatie.logo == tmp_path / "logo.png"


def test_accepted_signatures_are_written_in_words(tmp_path):
    settings = read_settings(write(tmp_path, '[handtekening]\naanvaard = ["getypte naam", "inkt"]\n'))
    assert settings.handtekening.aanvaard == (SignatureKind.TYPED, SignatureKind.INK)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[organisatie]\nnaaam = "x"\n', "bedoelt u “organisatie.naam”?"),
        ('[betalingen]\niban = "x"\n', "bedoelt u “betaling”?"),
        ("[paden]\nqqq = 1\n", "gekend zijn sjablonen, certificaatregister"),
        ('[betaling]\nverplicht = "misschien"\n', "betaling.verplicht"),
        ("[organisatie\n", "geen geldig TOML-bestand; kijk de schrijfwijze na op regel 1."),
    ],
)
def test_a_fault_is_one_sentence_that_says_what_to_do(tmp_path, text, expected):
    with pytest.raises(SetupError, match=r"[^?.][?.]$|”\?$") as caught:
        read_settings(write(tmp_path, text))
    assert expected in str(caught.value)


def test_a_wrong_value_never_shows_in_the_error(tmp_path):
    with pytest.raises(SetupError) as caught:
        read_settings(write(tmp_path, '[betaling]\nverplicht = "geheim"\n'))
    assert "geheim" not in str(caught.value)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(SetupError, match="kan niet gelezen worden"):
        read_settings(tmp_path / "geen.toml")
