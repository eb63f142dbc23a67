"""The demo does the main job, and every PDF that it makes is accessible, the documents archivable too."""

import pytest
from click.testing import CliRunner

from docgen.cli import main
from verapdf import assert_conforms


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The folder that the demo filled."""
    folder = tmp_path_factory.mktemp("demo") / "uit"
    done = CliRunner().invoke(main, ["demo", "-o", str(folder)])
    assert done.exit_code == 0, done.output
    assert "Waar alles staat" in done.output
    return folder


def test_every_issued_pdf_is_accessible_and_archivable(made):
    documents = sorted(made.glob("*/documenten/**/*.pdf"))
    assert len(documents) >= 10
    assert_conforms(documents, ("ua1", "3a"))


def test_every_pdf_form_is_accessible(made):
    forms = sorted(made.glob("*/formulieren/**/*.pdf"))
    assert forms
    assert_conforms(forms, ("ua1",))


def test_every_complete_dossier_has_its_bundle_with_a_receipt(made):
    bundles = sorted(made.glob("*/upload/*/ontvangstbewijs.txt"))
    assert len(bundles) >= 10
