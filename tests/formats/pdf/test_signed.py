from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pytest
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from cryptography.x509.oid import NameOID
from pikepdf import Pdf, String
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from docgen.formats.pdf.fields import Signed
from docgen.formats.pdf.signed import judge_signature
from docgen.model.value import SignatureKind
from pdf_forms import blank, change, read_raw

KEY = "handtekening_mentor"
SELF_MADE = "De digitale handtekening is intact, maar haar certificaat is zelfgemaakt; kijk na wie ondertekende."


def make_name(words):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])


def certify(key, issuer_key, issuer):
    now = datetime(2026, 1, 1, tzinfo=UTC)
    builder = x509.CertificateBuilder().subject_name(make_name("Bram Voorbeeld")).issuer_name(issuer)
    builder = builder.public_key(key.public_key()).serial_number(7).not_valid_before(now)
    algorithm = None if isinstance(issuer_key, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    return builder.not_valid_after(now + timedelta(days=3650)).sign(issuer_key, algorithm)


def make_signer(key, *, own=False, pss=False):
    issuer_key = key if own else ec.generate_private_key(ec.SECP256R1())
    certificate = certify(key, issuer_key, make_name("Bram Voorbeeld" if own else "Voorbeeld CA"))
    store = pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, NoEncryption())
    loaded = signers.SimpleSigner.load_pkcs12_data(store, [], passphrase=None)
    return signers.SimpleSigner(loaded.signing_cert, loaded.signing_key, loaded.cert_registry, prefer_pss=pss)


@pytest.fixture(scope="module")
def signer():
    return make_signer(rsa.generate_private_key(65537, 2048))


def sign(data, signer, field=KEY, **details):
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    if field != KEY:
        append_signature_field(writer, SigFieldSpec(field, on_page=0, box=(10, 10, 100, 50)))
    meta = signers.PdfSignatureMetadata(field_name=field, **details)
    return signers.sign_pdf(writer, meta, signer=signer).getvalue()


def found(data):
    raw = read_raw(data)
    signer = raw.values.get(KEY)
    return raw.signatures.get(KEY), signer.value if signer else None, raw.notes


@pytest.mark.parametrize(
    "make",
    [
        lambda: make_signer(rsa.generate_private_key(65537, 2048)),
        lambda: make_signer(rsa.generate_private_key(65537, 2048), pss=True),
        lambda: make_signer(ec.generate_private_key(ec.SECP384R1())),
        lambda: make_signer(ed25519.Ed25519PrivateKey.generate()),
    ],
    ids=["RSA", "RSA-PSS", "ECDSA P-384", "Ed25519"],
)
def test_an_intact_signature_is_digital_and_names_its_signer(make):
    assert found(sign(blank(), make())) == (SignatureKind.DIGITAL, "Bram Voorbeeld", ())


def test_a_self_made_certificate_is_said():
    own = make_signer(rsa.generate_private_key(65537, 2048), own=True)
    assert found(sign(blank(), own)) == (SignatureKind.DIGITAL, "Bram Voorbeeld", (SELF_MADE,))


def test_a_signature_in_another_place_of_the_form_counts_for_the_only_one_asked(signer):
    assert found(sign(blank(), signer, field="Handtekening1"))[0] is SignatureKind.DIGITAL


def test_a_second_signature_leaves_the_first_intact(signer):
    assert found(sign(sign(blank(), signer), signer, field="Handtekening2"))[0] is SignatureKind.DIGITAL


def append_change(data):
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    fields = writer.root["/AcroForm"]["/Fields"]
    field = next(ref.get_object() for ref in fields if ref.get_object()["/T"] == "scholengroep")
    field["/V"] = generic.pdf_string("Gewijzigd")
    writer.update_container(field)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_form_that_was_changed_after_signing_says_so(signer):
    kind, name, notes = found(append_change(sign(blank(), signer)))
    assert (kind, name) == (SignatureKind.DIGITAL_BROKEN, "Bram Voorbeeld")
    assert notes == (
        "Het document is na de digitale handtekening nog gewijzigd. Vraag een opnieuw ondertekend exemplaar.",
    )


def test_a_signed_form_that_was_saved_anew_is_broken(signer):
    saved = change(sign(blank(), signer), lambda _, fields: fields["scholengroep"].__setitem__("/V", String("x")))
    assert found(saved)[0] is SignatureKind.DIGITAL_BROKEN


def test_a_byte_changed_under_the_signature_breaks_it(signer):
    good = sign(blank(), signer)
    with Pdf.open(io.BytesIO(good)) as pdf:
        value = next(field.V for field in pdf.Root.AcroForm.Fields if field.T == KEY)
        covered = tuple(int(number) for number in value.ByteRange)
        signed = Signed(bytes(value.Contents), covered, str(value.SubFilter))
    assert judge_signature(good, signed).kind is SignatureKind.DIGITAL
    assert judge_signature(b"X" + good[1:], signed).kind is SignatureKind.DIGITAL_BROKEN


@pytest.mark.parametrize(
    ("signed", "note"),
    [
        (Signed(b"", (), ""), "De digitale handtekening dekt niet het hele document."),
        (Signed(b"", (0, 4, 6, 99), "/adbe.pkcs7.detached"), "De digitale handtekening dekt niet het hele document."),
        (Signed(b"\x01", (0, 4, 8, 2), "/adbe.x509.rsa_sha1"), "van een soort die hier niet nagekeken kan worden."),
        (Signed(b"\x01", (0, 4, 8, 2), "/adbe.pkcs7.detached"), "klopt niet met de inhoud van het document."),
        (
            Signed(b"\x02", (0, 4, 8, 2), "/adbe.pkcs7.detached"),
            "De digitale handtekening dekt niet het hele document.",
        ),
    ],
)
def test_what_cannot_be_verified_is_never_called_valid(signed, note):
    judgement = judge_signature(b"%PDF<01>\n\n", signed)
    assert judgement.kind is SignatureKind.DIGITAL_BROKEN
    assert note in judgement.note


def test_a_time_stamp_that_was_added_later_leaves_the_signature_intact(signer):
    writer = IncrementalPdfFileWriter(io.BytesIO(sign(blank(), signer)))
    writer.root["/DSS"] = generic.DictionaryObject()
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    assert found(out.getvalue())[0] is SignatureKind.DIGITAL


def test_a_certificate_that_is_not_in_the_signature_is_never_called_valid(signer):
    data = sign(blank(), signer)
    with Pdf.open(io.BytesIO(data)) as pdf:
        value = next(field.V for field in pdf.Root.AcroForm.Fields if field.T == KEY)
        covered, contents = tuple(int(number) for number in value.ByteRange), bytes(value.Contents)
    info = cms.ContentInfo.load(contents)
    info["content"]["certificates"] = []
    other = info.dump(force=True)
    gap = covered[2] - covered[1] - 2
    swapped = data[: covered[1] + 1] + other.hex().ljust(gap, "0").encode() + data[covered[2] - 1 :]
    judgement = judge_signature(swapped, Signed(other, covered, "/adbe.pkcs7.detached"))
    assert judgement.kind is SignatureKind.DIGITAL_BROKEN
