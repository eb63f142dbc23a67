from datetime import date

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.docx.blank import make_blank
from docgen.formats.docx.filled import read_filled
from docgen.model.record import Prefill, flatten_record, read_record

VALUES = {
    "naam_deelnemer": "Şebnem van den Łoś-D’Hoore",
    "scholengroep": "Scholengroep <Proef> & Zonen",
    "startdatum": date(2025, 9, 1),
    "contactmomenten__1__datum": date(2025, 9, 7),
    "contactmomenten__1__begeleider": "begeleider schoolontwikkeling",
    "contactmomenten__1__thema": "school organisatorisch",
    "contactmomenten__1__aanwezigheid": "ja",
    "contactmomenten__1__opmerkingen": "een\ntwee\tdrie",
    "initiatieven__10__opmerkingen": "laatste rij",
    "traject": "{{ x }} ]]> <w:p/>",
}


def test_what_was_prefilled_is_read_back():
    raw = read_filled(make_blank(FORM, Prefill(VALUES, reference="R-1")), "a.docx", [FORM])
    assert raw is not None
    reading = read_record(FORM, raw, "a.docx")
    assert VALUES == flatten_record(reading.record)
    assert ((), "R-1") == (reading.problems, raw.identity.reference)
