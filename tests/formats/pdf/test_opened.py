from __future__ import annotations

import io
import os
import zlib

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from docgen.errors import UnreadableFileError
from docgen.formats.pdf.filled import read_filled
from docgen.formats.pdf.opened import open_pdf, read_bounded
from pdf_forms import FORM, blank, change, read, read_raw


def test_a_system_without_files_in_memory_reads_the_same(monkeypatch):
    data = blank({"naam_deelnemer": "Łucja"})
    there = read(data).record
    monkeypatch.delattr(os, "memfd_create", raising=False)
    assert read(data).record == there


@pytest.mark.parametrize("error", [ValueError, KeyError, RecursionError])
def test_what_breaks_while_a_file_is_read_is_one_sentence(error):
    with pytest.raises(UnreadableFileError, match="beschadigd of onveilig opgebouwd"), open_pdf(blank()):
        raise error


def test_a_protection_that_cannot_be_opened_is_named():
    out = io.BytesIO()
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out, static_id=True)
    locked = out.getvalue().replace(b"/Root", b"/Encrypt<</Filter/Adobe.PubSec/V 1>>/Root")
    with pytest.raises(UnreadableFileError, match="beveiligd op een manier die hier niet geopend kan worden"):
        read_filled(locked, "x.pdf", (FORM,))


def test_a_stream_that_unpacks_to_very_much_is_cut():
    with Pdf.new() as pdf:
        bomb = Stream(pdf, zlib.compress(bytes(5_000_000)))
        bomb.Filter = Name.FlateDecode
        hexed = Stream(pdf, b"41" * 40_000)
        hexed.Filter = Name.ASCIIHexDecode
        short = Stream(pdf, b"41" * 40)
        short.Filter = Name.ASCIIHexDecode
        assert [len(read_bounded(stream, 1000)) for stream in (bomb, hexed, short)] == [1000, 0, 40]


def test_a_stream_that_unpacks_to_very_much_on_the_way_through_two_filters_is_refused():
    twice = zlib.compress(zlib.compress(bytes(100_000_000), 9), 9)

    def plant(pdf, fields):
        bomb = Stream(pdf, twice)
        bomb.Filter = Array([Name.FlateDecode, Name.FlateDecode])
        fields["naam_deelnemer"].V = pdf.make_indirect(bomb)

    with pytest.raises(UnreadableFileError, match="beschadigd of onveilig opgebouwd"):
        read_raw(change(blank(), plant))


def test_oddities_of_other_programs_do_not_stop_the_reader():
    def oddities(pdf, fields):
        push = pdf.make_indirect(Dictionary(FT=Name.Btn, Ff=1 << 16, T=String("verzenden")))
        pdf.Root.AcroForm.Fields.append(push)
        pdf.Root.Names = String("geen woordenboek")
        pdf.pages[0].Annots.append(5)
        fields["scholengroep"].V = Dictionary(A=1)
        fields["handtekening_mentor"].Rect = Array([0, 0, 10])
        del fields["naam_deelnemer"]["/P"]
        fields["naam_deelnemer"].V = String("Łucja")

    raw = read_raw(change(blank(), oddities))
    assert raw.values["naam_deelnemer"].place.spot == "bladzijde 1, veld Naam deelnemer"
    assert "scholengroep" not in raw.values


def test_a_form_without_any_known_form_to_compare_with_is_none_of_ours():
    data = change(blank(), lambda pdf, _: pdf.Root.__delitem__("/Metadata"))
    assert read_filled(data, "x.pdf", ()) is None
