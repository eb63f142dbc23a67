"""A reference that no form could carry is refused before anything is drawn."""

import pytest

from docgen.errors import WrongUseError
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.blank import MAX_REFERENCE, FormFormat, make_form
from docgen.formats.door import open_file
from docgen.model.record import Prefill


@pytest.mark.parametrize("to", FormFormat)
@pytest.mark.parametrize("reference", ["R" * (MAX_REFERENCE + 1), "JT\n1", "JT\u202e1"])
def test_a_reference_too_long_or_unprintable_is_refused_without_showing_it(to, reference):
    with pytest.raises(WrongUseError, match="De referentie kan niet op het formulier") as caught:
        make_form(FORM, to, Prefill(reference=reference))
    assert reference not in str(caught.value)


@pytest.mark.parametrize("to", FormFormat)
def test_the_longest_reference_comes_back(to):
    data = make_form(FORM, to, Prefill(reference="é" * MAX_REFERENCE))
    assert open_file(f"f.{to}", data, [FORM]).found.identity.reference == "é" * MAX_REFERENCE
