from __future__ import annotations

from docgen.formats.pdf.printed import keep_printed


def test_only_what_is_printed_travels_along() -> None:
    record = {"naam": "Roos Voorbeeld", "regel": "rl1-ambt", "rijen": [{"bron": "handleiding", "lezing": "weg"}]}
    assert {"naam": "Roos Voorbeeld", "rijen": [{"bron": "handleiding"}]} == keep_printed(
        record, ["Aan Roos\n", "Voorbeeld. Handleiding § 4"]
    )


def test_a_day_counts_as_printed_in_words_and_in_figures() -> None:
    record = {"start": "2026-07-03", "einde": "2026-07-04", "later": "2026-07-05"}
    assert {"start", "einde"} == set(keep_printed(record, ["3 juli 2026 en ", "04/07/2026"]))
