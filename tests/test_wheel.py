"""An installed docgen, outside the checkout, finds its templates and samples and makes documents."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV_", "DOCGEN"))}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The bin folder of an empty environment in which only the built wheel was installed."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "leeg", with_pip=True)
    programs = folder / "leeg" / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=folder)
    return programs


def test_an_installed_docgen_lists_what_it_offers(installed, tmp_path):
    listed = run(installed / "docgen", "list", cwd=tmp_path)
    assert "jobtraining/verantwoordingsdocument" in listed
    assert "jobtraining/certificaat" in listed


def test_an_installed_docgen_does_the_main_job(installed, tmp_path):
    run(installed / "docgen", "demo", "-o", "uit", cwd=tmp_path)
    made = {path.suffix for path in (tmp_path / "uit").rglob("*") if path.is_file()}
    assert {".pdf", ".docx", ".html"} <= made
