"""A file of an unknown or newer form is refused in the same words, whatever its format."""

import pytest

from docgen.errors import UnreadableFileError
from docgen.formats.known_form import find_known
from docgen.model.form import Identity
from model.test_french import DUTCH, FRENCH


def test_the_form_in_the_files_own_language_is_found():
    assert find_known(DUTCH.variants, FRENCH.identity("R")) is FRENCH


def test_an_older_version_is_known():
    assert find_known([DUTCH], Identity("proef", "verslag", 1)) is DUTCH


@pytest.mark.parametrize(
    ("identity", "words"),
    [(Identity("proef", "ander", 1), "proef/ander"), (Identity("proef", "verslag", 3), "nieuwere versie.*versie 3")],
)
def test_an_unknown_or_newer_form_is_refused(identity, words):
    with pytest.raises(UnreadableFileError, match=words):
        find_known(DUTCH.variants, identity)
