from __future__ import annotations

import io

import pikepdf
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Encryption, Name, Stream, String

from docgen.errors import UnreadableFileError
from docgen.formats.pdf.controls import state_names
from docgen.formats.pdf.filled import read_filled
from docgen.model.record import Prefill, build_record, start_values, value_text
from docgen.model.value import Place, SignatureKind
from pdf_forms import DAY, FILLED, FORM, blank, change, read, read_raw, values_of
from records import filled


def rows(data: bytes) -> list[tuple[str, str | None]]:
    return [(problem.rule, problem.key) for problem in read(data).problems]


def test_every_value_comes_with_its_page_and_label():
    raw = read_raw(blank({"contactmomenten__17__opmerkingen": "goed"}))
    assert raw.values["contactmomenten__17__opmerkingen"].place == Place(
        "formulier.pdf", "bladzijde 3, veld Opmerkingen, rij 17 (Contactmomenten en behandelde thema’s)"
    )
    assert raw.places["naam_deelnemer"] == Place("formulier.pdf", "bladzijde 1, veld Naam deelnemer")


def test_a_locked_value_that_was_changed_is_noticed_and_an_unchanged_one_is_not():
    sent = blank({"naam_deelnemer": "Łucja", "startdatum": DAY}, locked=True)
    assert rows(sent) == []
    changed = change(sent, lambda _, fields: fields["naam_deelnemer"].__setitem__("/V", String("Lucas")))
    assert ("voorinvulling-gewijzigd", "naam_deelnemer") in rows(changed)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (String(b"\xfe\xff\x01\x41\x00u"), "Łu"),
        (String(b"\xff\xfe\x41\x01u\x00"), "Łu"),
        (String(b"\xef\xbb\xbf\xc5\x81u"), "Łu"),
        (String(b"\x96u"), "Œu"),
        (String("een\r\ntwee"), "een\r\ntwee"),
        (Name("/Naam"), "Naam"),
        (12, "12"),
        (Array([String("a"), String("b")]), "a, b"),
    ],
    ids=["UTF-16BE", "UTF-16LE", "UTF-8", "PDFDoc", "CRLF", "name", "number", "array"],
)
def test_a_value_reads_however_a_program_wrote_it(value, expected):
    data = change(blank(), lambda _, fields: fields["algemeen_directeur"].__setitem__("/V", value))
    assert read_raw(data).values["algemeen_directeur"].value == expected


def test_a_value_in_a_stream_reads():
    def fill(pdf, fields):
        fields["algemeen_directeur"].V = Stream(pdf, b"\xfe\xff\x01\x41")

    assert read_raw(change(blank(), fill)).values["algemeen_directeur"].value == "Ł"


def test_damaged_characters_are_unreadable_and_name_their_field():
    data = change(blank(), lambda _, fields: fields["scholengroep"].__setitem__("/V", String(b"\xef\xbb\xbf\xff\xff")))
    assert rows(data) == [("onleesbaar-veld", "scholengroep")]


def test_the_same_field_twice_with_different_values_is_unreadable():
    def twice(pdf, fields):
        fields["scholengroep"].V = String("Vossenland")
        pdf.Root.AcroForm.Fields.append(
            pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("scholengroep"), V=String("Dassenland")))
        )

    reading = read(change(blank(), twice))
    assert [(p.rule, p.key, p.found) for p in reading.problems] == [
        ("onleesbaar-veld", "scholengroep", "Vossenland / Dassenland")
    ]
    assert reading.record.scholengroep is None


def test_the_same_field_twice_with_the_same_value_is_read():
    def twice(pdf, fields):
        fields["scholengroep"].V = String("Vossenland")
        pdf.Root.AcroForm.Fields.append(fields["scholengroep"])
        again = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("scholengroep"), V=String("Vossenland")))
        pdf.Root.AcroForm.Fields.append(again)

    assert rows(change(blank(), twice)) == []


def test_another_value_under_our_own_drawing_is_doubted():
    sent = blank({"scholengroep": "Vossenland"})
    data = change(sent, lambda _, fields: fields["scholengroep"].__setitem__("/V", String("Dassenland")))
    assert rows(data) == [("onzekere-lezing", "scholengroep")]


def test_an_emptied_value_under_our_own_drawing_is_unreadable():
    data = change(blank({"scholengroep": "Vossenland"}), lambda _, fields: fields["scholengroep"].__delitem__("/V"))
    assert rows(data) == [("onleesbaar-veld", "scholengroep")]


def test_our_own_drawing_does_not_count_when_viewers_must_draw_anew():
    def fill(pdf, fields):
        pdf.Root.AcroForm.NeedAppearances = True
        fields["scholengroep"].V = String("Dassenland")

    assert rows(change(blank({"scholengroep": "Vossenland"}), fill)) == []


def test_a_program_that_draws_the_new_value_raises_no_doubt():
    def fill(pdf, fields):
        fields["scholengroep"].V = String("Dassenland")
        fields["scholengroep"].AP.N = Stream(pdf, b"/Tx BMC BT /Helv 9 Tf (Dassenland) Tj ET EMC")

    assert rows(change(blank({"scholengroep": "Vossenland"}), fill)) == []


KEY = "contactmomenten__2__aanwezigheid"


@pytest.mark.parametrize(
    ("value", "shown", "expected", "problems"),
    [
        ("ja", ("ja",), "ja", []),
        (None, ("neen",), "neen", []),
        ("Off", ("neen",), "neen", []),
        ("ja", (), "ja", []),
        ("ja", ("neen",), "ja", ["onzekere-lezing"]),
        (None, ("ja", "neen"), None, ["onleesbaar-veld"]),
        (None, (), None, []),
    ],
)
def test_radio_buttons_read_by_their_group_or_by_what_is_shown(value, shown, expected, problems):
    def fill(_, fields):
        group = fields[KEY]
        if value:
            group.V = Name(f"/{value}")
        for kid in group.Kids:
            state = next(name[1:] for name in kid.AP.N.keys() if name != "/Off")  # noqa: SIM118
            kid.AS = Name(f"/{state}") if state in shown else Name.Off

    reading = read(change(blank(), fill))
    rows_read = reading.record.contactmomenten
    assert (rows_read[1].aanwezigheid if len(rows_read) > 1 else None) == expected
    assert [problem.rule for problem in reading.problems] == problems


def test_buttons_that_a_program_numbered_read_by_their_words():
    def fill(_, fields):
        fields[KEY].Opt = Array([String("ja"), String("neen")])
        fields[KEY].V = Name("/1")

    assert read_raw(change(blank(), fill)).values[KEY].value == "neen"


@pytest.mark.parametrize("by", ["value", "index"])
def test_a_list_reads_by_label_whether_it_holds_the_export_value_or_the_index(by):
    def fill(_, fields):
        field = fields["contactmomenten__9__thema"]
        field.Opt = Array([Array([String("t1"), String("personeelsgericht")]), String("ander thema")])
        if by == "value":
            field.V = String("t1")
        else:
            field.I = Array([0])

    assert read_raw(change(blank(), fill)).values["contactmomenten__9__thema"].value == "personeelsgericht"


def test_pikepdf_and_pypdf_fill_the_form_and_it_reads_back():
    def fill(_, fields):
        for key, value in FILLED.items():
            if "/Kids" in fields[key]:
                fields[key].V = Name("/" + value.replace(" ", "_"))
            else:
                fields[key].V = String(value)
        fields["contactmomenten__5__datum"].V = String("")

    data = change(blank(), fill)
    assert values_of(data) == dict(FILLED)

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(blank()))
    radios = {
        key: "/" + value.replace(" ", "_") for key, value in FILLED.items() if "aanwezig" in key or "begeleider" in key
    }
    for page in writer.pages:
        writer.update_page_form_field_values(page, {**FILLED, **radios}, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    assert values_of(out.getvalue()) == dict(FILLED)


def test_the_form_is_known_by_its_field_names_when_its_properties_are_lost():
    data = change(blank({"naam_deelnemer": "Łucja"}), lambda pdf, _: pdf.Root.__delitem__("/Metadata"))
    reading = read(data)
    assert reading.record.naam_deelnemer == "Łucja"
    assert [(p.rule, p.message) for p in reading.problems] == [
        (
            "onzekere-lezing",
            "De kenmerken van het formulier zijn verloren gegaan; het is herkend aan de namen van zijn velden.",
        )
    ]


def rewrite_xmp(data: bytes, old: bytes, new: bytes) -> bytes:
    def rewrite(pdf, _):
        pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(old, new))

    return change(data, rewrite)


def test_properties_that_a_program_rewrote_as_attributes_still_identify():
    ours = b'xmlns:docgen="urn:docgen:form#"><docgen:family>jobtraining</docgen:family>'
    data = rewrite_xmp(blank(), ours, b"xmlns:docgen='urn:docgen:form#' docgen:family='jobtraining'>")
    assert read_raw(data).identity == FORM.identity("R-1")


def rewrite_prefix(data: bytes) -> bytes:
    other = rewrite_xmp(data, b"docgen", b"ns1")
    return rewrite_xmp(other, b"urn:ns1:form#", b"urn:docgen:form#")


def test_properties_under_another_prefix_still_identify():
    assert read_raw(rewrite_prefix(blank())).identity == FORM.identity("R-1")


def test_compressed_properties_still_identify():
    def compress(pdf, _):
        pdf.Root.Metadata = Stream(pdf, pdf.Root.Metadata.read_bytes())

    data = change(blank(), compress, compress_streams=True)
    assert read_raw(data).identity == FORM.identity("R-1")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            b"version>1<",
            b"version>7<",
            "is een nieuwere versie van het formulier (versie 7) dan hier gekend is (versie 1)",
        ),
        (
            b"form>verantwoordingsdocument<",
            b"form>onbekend<",
            "is een formulier dat hier niet gekend is (jobtraining/onbekend)",
        ),
    ],
)
def test_a_newer_or_unknown_form_of_ours_is_refused_in_one_sentence(old, new, sentence):
    with pytest.raises(UnreadableFileError) as refusal:
        read_raw(rewrite_xmp(blank(), old, new))
    assert str(refusal.value).startswith(sentence)


def test_an_old_version_of_the_form_still_reads_and_says_so():
    def age(pdf, fields):
        pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"version>1<", b"version>0<"))
        pdf.Root.AcroForm.Fields = Array([field for name, field in fields.items() if name != "traject"])

    reading = read(change(blank({"naam_deelnemer": "Łucja"}), age))
    assert reading.record.naam_deelnemer == "Łucja"
    assert [problem.message for problem in reading.problems] == [
        "Dit is een oudere versie van het formulier (versie 0; de huidige is versie 1); gebruik voortaan de nieuwe."
    ]


def test_fields_that_were_removed_are_named():
    def remove(pdf, fields):
        pdf.Root.AcroForm.Fields = Array([field for name, field in fields.items() if not name.endswith("datum")])

    (note,) = read_raw(change(blank(), remove)).notes
    assert note == (
        "Uit het bestand zijn velden verdwenen: “Startdatum jobtraining”, “Einddatum jobtraining”, "
        "“Datum van invullen van het verantwoordingsdocument door de mentor” en 31 andere."
    )


def test_a_form_without_fields_is_left_to_who_reads_its_pages():
    flat = change(blank(), lambda pdf, _: pdf.Root.__delitem__("/AcroForm"))
    assert read_filled(flat, "formulier.pdf", (FORM,)) is None


def test_a_form_of_another_organisation_is_none_of_ours():
    def rename(pdf, fields):
        del pdf.Root.Metadata
        for number, field in enumerate(fields.values()):
            field.T = String(f"Text{number}")

    assert read_filled(change(blank(), rename), "x.pdf", (FORM,)) is None


def test_an_xfa_form_is_named_as_such():
    def make_xfa(pdf, _):
        del pdf.Root.Metadata
        pdf.Root.NeedsRendering = True
        pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=Stream(pdf, b"<xdp/>"))

    with pytest.raises(UnreadableFileError, match="is een XFA-formulier"):
        read_raw(change(blank(), make_xfa))


def test_scripts_and_attachments_are_said_and_never_opened():
    def add(pdf, _):
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array()))

    assert read_raw(change(blank(), add)).notes == (
        "In het bestand zit een script; het is niet uitgevoerd.",
        "In het bestand zit een bijlage; ze is niet geopend.",
    )


def test_a_file_with_a_user_password_is_refused_and_one_with_an_owner_password_reads():
    def lock(user):
        return change(
            blank({"naam_deelnemer": "Łucja"}), lambda *_: None, encryption=Encryption(owner="o", user=user, R=6)
        )

    assert read(lock("")).record.naam_deelnemer == "Łucja"
    with pytest.raises(UnreadableFileError, match="met een wachtwoord beveiligd"):
        read_raw(lock("geheim"))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.97])
def test_a_truncated_form_is_refused_or_read_with_the_notice_that_it_was_repaired(share):
    data = change(
        blank({"naam_deelnemer": "Łucja"}), lambda *_: None, object_stream_mode=pikepdf.ObjectStreamMode.disable
    )
    try:
        raw = read_filled(data[: int(len(data) * share)], "x.pdf", (FORM,))
    except UnreadableFileError as refusal:
        assert "beschadigd" in str(refusal)  # noqa: PT017
    else:
        assert raw is None or raw.notes[0].startswith("Het bestand is beschadigd en bij het lezen hersteld")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"%PDF-1.7\nxyz", b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>"]
)
def test_garbage_is_refused_in_one_sentence_or_is_no_form(data):
    try:
        assert read_filled(data, "x.pdf", (FORM,)) is None
    except UnreadableFileError as refusal:
        assert "beschadigd of onveilig opgebouwd" in str(refusal)  # noqa: PT017


def test_loops_and_deep_trees_of_fields_end():
    def loop(pdf, fields):
        node = pdf.make_indirect(Dictionary(T=String("a"), Kids=Array()))
        node.Kids.append(node)
        pdf.Root.AcroForm.Fields.append(node)
        deep = pdf.make_indirect(Dictionary(T=String("x"), FT=Name.Tx))
        for _ in range(200):
            deep = pdf.make_indirect(Dictionary(T=String("x"), Kids=Array([deep])))
        pdf.Root.AcroForm.Fields.append(deep)
        pdf.Root.AcroForm.Fields.append(5)
        fields["scholengroep"].V = String("Vossenland")

    assert read(change(blank(), loop)).record.scholengroep == "Vossenland"


def mark_signature(kind, text=""):
    def add(pdf, fields):
        left, bottom, _, _ = (float(side) for side in fields["handtekening_mentor"].Rect)
        rect = Array([left + 5, bottom + 5, left + 60, bottom + 30])
        mark = Dictionary(Type=Name.Annot, Subtype=Name(kind), Rect=rect, Contents=String(text))
        pdf.pages[3].Annots.append(pdf.make_indirect(mark))

    return change(blank(), add)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (mark_signature("/Ink"), SignatureKind.INK),
        (mark_signature("/Stamp"), SignatureKind.IMAGE),
        (mark_signature("/FreeText", "B. Voorbeeld"), SignatureKind.TYPED),
        (
            change(blank(), lambda _, f: f["handtekening_mentor"].__setitem__("/V", String("B. V."))),
            SignatureKind.TYPED,
        ),
        (mark_signature("/Square"), None),
        (blank(), None),
    ],
    ids=["ink", "stamp", "free text", "typed", "a square", "nothing"],
)
def test_what_stands_in_the_place_for_the_signature_is_told_apart(data, kind):
    assert read_raw(data).signatures.get("handtekening_mentor") == kind


@pytest.mark.parametrize(
    ("sentences", "kind", "text"),
    [
        (["Over “Einddatum jobtraining” is de tekst “28/02/2026” gezet"], "/FreeText", "28/02/2026"),
        ([], "/FreeText", "30/06/2026"),
        (["Over “Einddatum jobtraining” is een tekening of stempel gezet"], "/Ink", ""),
        ([], "/Square", "28/02/2026"),
    ],
    ids=["another text", "the same text", "ink", "a square"],
)
def test_what_was_put_over_a_field_is_said_and_not_read(sentences, kind, text):
    def add(pdf, fields):
        fields["einddatum"].V = String("30/06/2026")
        mark = Dictionary(Type=Name.Annot, Subtype=Name(kind), Rect=fields["einddatum"].Rect, Contents=String(text))
        pdf.pages[0].Annots.append(pdf.make_indirect(mark))

    raw = read_raw(change(blank(), add))
    assert "30/06/2026" == raw.values["einddatum"].value
    assert sentences == [remark.sentence.partition(";")[0] for remark in raw.remarks]


def test_a_typed_signature_gives_its_words():
    assert read_raw(mark_signature("/FreeText", "B. Voorbeeld")).values["handtekening_mentor"].value == "B. Voorbeeld"


def test_a_mark_elsewhere_on_the_page_is_no_signature():
    def add(pdf, _):
        mark = Dictionary(Type=Name.Annot, Subtype=Name.Ink, Rect=Array([10, 10, 40, 40]))
        pdf.pages[3].Annots.append(pdf.make_indirect(mark))

    assert read_raw(change(blank(), add)).signatures == {}


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_record_that_a_program_fills_in_comes_back(data):
    values = data.draw(filled(FORM))

    def fill(pdf, fields):
        pdf.Root.AcroForm.NeedAppearances = True
        for key, value in values.items():
            states = {choice: state for state, choice in state_names(FORM.questions[key]).items()}
            radio = "/Kids" in fields[key]
            fields[key].V = Name(f"/{states[value]}") if radio else String(value_text(value))

    assert read(change(blank(), fill)).record == build_record(FORM, {**printed_left(values), **values})


def printed_left(values):
    """The themes that the form prints and that stay in a row where something else was filled in."""
    themes = start_values(FORM, Prefill())
    return {key: theme for key, theme in themes.items() if any(k.startswith(key.removesuffix("thema")) for k in values)}
