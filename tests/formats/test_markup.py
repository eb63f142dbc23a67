"""What an XML part may hold before a parser opens it."""

import pytest

from docgen.errors import UnreadableFileError
from docgen.formats.docx.package import parse_xml
from docgen.formats.xlsx.package import parse_part


@pytest.mark.parametrize("parse", [parse_xml, parse_part], ids=["docx", "xlsx"])
@pytest.mark.parametrize(
    "filling", [b"<a/>" * 2_000_000, b"<a " + b'b="" ' * 2_000_000 + b"/>"], ids=["elements", "attributes"]
)
def test_a_part_with_millions_of_marks_is_refused_before_it_is_parsed(parse, filling):
    with pytest.raises(UnreadableFileError, match="veel meer onderdelen dan een formulier heeft"):
        parse(b"<r>" + filling + b"</r>")


@pytest.mark.parametrize("parse", [parse_xml, parse_part], ids=["docx", "xlsx"])
def test_a_long_part_of_ordinary_text_is_parsed(parse):
    assert 2000 == len(parse(b"<r>" + (b"<a>" + b"hallo " * 1000 + b"</a>") * 2000 + b"</r>"))
