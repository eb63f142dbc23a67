"""Marking a file in whichever format it is: what goes back says what came, or nothing goes back."""

from __future__ import annotations

import pytest

from docgen.errors import UnreadableFileError
from docgen.formats.blank import FormFormat
from docgen.formats.mark import make_remarks_pdf, mark_file
from docgen.model.value import Place
from made_dossier import made_form, made_rl1
from returned import FORM, opened, remark, returned


@pytest.mark.parametrize("to", list(FormFormat))
def test_a_form_in_each_of_our_formats_is_marked_and_reads_as_before(to):
    data, name = made_form("Fientje Voorbeeld", to), f"formulier.{to}"
    content = opened(data, name)
    marked = mark_file(data, content, returned(remark(None, Place(name))), [FORM])
    assert marked != data
    assert opened(marked, name).found.values == content.found.values


def test_a_file_that_would_read_otherwise_when_marked_is_refused():
    """A library may repair a damaged file while it marks it; here the file is simply another one than was read."""
    content = opened(made_rl1("Fientje Voorbeeld"), "rl1.pdf")
    with pytest.raises(UnreadableFileError, match="zonder het te veranderen"):
        mark_file(made_rl1("Iemand Anders"), content, returned(remark(None, Place("rl1.pdf"))), [FORM])


@pytest.mark.parametrize(("data", "kind"), [(b"\x89PNG\r\n\x1a\n.", "foto"), (b"Beste", "tekst"), (b"", "leeg")])
def test_other_kinds_of_file_say_what_they_are(data, kind):
    with pytest.raises(UnreadableFileError, match=kind):
        mark_file(data, opened(data, "x"), returned(), [FORM])


def test_the_remarks_can_stand_alone():
    assert opened(make_remarks_pdf(returned(remark(None, None))), "x.pdf").found
