"""Judge a digital signature: whether it is intact, covers what was read, and fits its own certificate.

Whether the certificate may be trusted (its issuer, its revocation) is not judged: that needs the network.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from docgen.errors import UnreadableFileError
from docgen.formats.pdf.fields import Signed, fingerprint
from docgen.formats.pdf.opened import open_pdf
from docgen.model.value import SignatureKind

#: Signatures apart from the signed bytes (ISO 32000-1 § 12.8.3.3, and PAdES).
_DETACHED = ("/adbe.pkcs7.detached", "/ETSI.CAdES.detached")


@dataclass(frozen=True)
class Judgement:
    """What a signature turned out to be, who signed by its certificate, and what the desk must know."""

    kind: SignatureKind
    signer: str | None = None
    note: str | None = None


def judge_signature(data: bytes, signed: Signed) -> Judgement:
    """Judge the signature of a file; DIGITAL only when all of it was verified here."""
    if len(signed.byte_range) != 4 or not _covers_all_but_itself(data, signed):
        return _broken("De digitale handtekening dekt niet het hele document.")
    if signed.sort not in _DETACHED:
        return _broken("De digitale handtekening is van een soort die hier niet nagekeken kan worden.")
    first, second, third, fourth = signed.byte_range
    found = _verify(signed.contents, data[first : first + second] + data[third : third + fourth])
    if found is None:
        return _broken("De digitale handtekening klopt niet met de inhoud van het document.")
    if _changed_later(data, third + fourth):
        return _broken("Het document is na de digitale handtekening nog gewijzigd.", found.signer)
    return found


def _broken(note: str, signer: str | None = None) -> Judgement:
    return Judgement(SignatureKind.DIGITAL_BROKEN, signer, note + " Vraag een opnieuw ondertekend exemplaar.")


def _covers_all_but_itself(data: bytes, signed: Signed) -> bool:
    # From the first byte on, all but the hexadecimal signature itself (ISO 32000-1 § 12.8.1); more may be appended.
    first, second, third, fourth = signed.byte_range
    gap = data[second:third]
    return (
        first == 0
        and 0 < second < third
        and fourth > 0
        and third + fourth <= len(data)
        and gap[:1] == b"<"
        and gap[-1:] == b">"
        and _is_hex_of(gap[1:-1], signed.contents)
    )


def _is_hex_of(gap: bytes, contents: bytes) -> bool:
    try:
        # Room is left before the signature is made, and what is left of it filled with zeros.
        return bytes.fromhex(gap.decode("ascii")).rstrip(b"\0") == contents.rstrip(b"\0")
    except ValueError:
        return False


def _changed_later(data: bytes, end: int) -> bool:
    """Whether anything that a reader sees was changed after the signed part; proofs of time may be added."""
    if not data[end:].strip():
        return False
    try:
        with open_pdf(data[:end]) as before, open_pdf(data) as after:
            return fingerprint(before) != fingerprint(after)
    except UnreadableFileError:
        return True


def _verify(contents: bytes, covered: bytes) -> Judgement | None:
    """The judgement on an intact signature; None when the digest or the signature itself does not fit."""
    from asn1crypto import cms  # noqa: PLC0415 - only for signed files
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415

    try:
        content = cms.ContentInfo.load(contents)["content"]
        signer = content["signer_infos"][0]
        certificate = _find_certificate(content, signer)
        algorithm = signer["digest_algorithm"]["algorithm"].native
        words = signer["signed_attrs"]
        digest = next(word["values"][0].native for word in words if word["type"].native == "message_digest")
        if certificate is None or hashlib.new(algorithm, covered).digest() != digest:
            return None
        # Signed as the plain set that they are, though the file stores them under a tag (RFC 5652 § 5.4).
        _check_signature(certificate, signer, words.untag().dump())
    except (InvalidSignature, ValueError, TypeError, KeyError, IndexError, AttributeError, StopIteration):
        return None
    name = certificate.subject.native.get("common_name")
    return Judgement(SignatureKind.DIGITAL, str(name) if name else None, _self_made(certificate))


def _self_made(certificate: Any) -> str | None:  # noqa: ANN401 - asn1crypto has no types
    if certificate.self_issued:
        return "De digitale handtekening is intact, maar haar certificaat is zelfgemaakt; kijk na wie ondertekende."
    return None


def _find_certificate(content: Any, signer: Any) -> Any:  # noqa: ANN401
    wanted = signer["sid"]
    for choice in content["certificates"]:
        certificate = choice.chosen
        if wanted.name == "issuer_and_serial_number":
            if certificate.serial_number == wanted.chosen["serial_number"].native and (
                certificate.issuer == wanted.chosen["issuer"]
            ):
                return certificate
        elif certificate.key_identifier == wanted.native:
            return certificate
    return None


def _check_signature(certificate: Any, signer: Any, words: bytes) -> None:  # noqa: ANN401
    """Raise InvalidSignature unless the certificate's key made the signature over `words`."""
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import load_der_public_key  # noqa: PLC0415

    key = load_der_public_key(certificate.public_key.dump())
    own_digest = signer["digest_algorithm"]["algorithm"].native
    name = signer["signature_algorithm"].hash_algo if _names_hash(signer) else own_digest
    digest = getattr(hashes, name.upper())()
    signature = signer["signature"].native
    if isinstance(key, rsa.RSAPublicKey):
        pss = signer["signature_algorithm"].signature_algo == "rsassa_pss"
        scheme = padding.PSS(padding.MGF1(digest), padding.PSS.AUTO) if pss else padding.PKCS1v15()
        key.verify(signature, words, scheme, digest)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(signature, words, ec.ECDSA(digest))
    elif isinstance(key, ed25519.Ed25519PublicKey):
        key.verify(signature, words)
    else:
        message = "a key of a kind that is not verified here"
        raise TypeError(message)


def _names_hash(signer: Any) -> bool:  # noqa: ANN401
    """Whether the signature algorithm names its own digest (``sha256_rsa``); plain ``rsassa_pkcs1v15`` does not."""
    return "sha" in signer["signature_algorithm"]["algorithm"].native or (
        signer["signature_algorithm"].signature_algo == "rsassa_pss"
    )
