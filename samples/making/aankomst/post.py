"""Mails as they are saved: .eml by any mail program, .msg by Outlook; and zips."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP

from arrivals import as_zip as pack

__all__ = ["as_eml", "as_msg", "dated", "forwarded", "pack"]
_TYPES = {"pdf": ("application", "pdf"), "xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"), "jpg": ("image", "jpeg"),
          "png": ("image", "png"), "zip": ("application", "zip"), "heic": ("image", "heic")}  # fmt: skip
_BODY = """Dag,

In bijlage vindt u de documenten van de jobtraining.

Met vriendelijke groeten
{name}
"""


def as_eml(name: str, files: Mapping[str, bytes], subject: str = "Documenten jobtraining") -> bytes:
    """A mail with these attachments, as a mail program saves it."""
    return _mail(name, files, subject).as_bytes(policy=SMTP)


def forwarded(name: str, files: Mapping[str, bytes]) -> bytes:
    """A mail that holds the mail with the attachments."""
    outer = _mail("Secretariaat De Voorbeeldboom", {}, "Doorgestuurd: Documenten jobtraining")
    outer.add_attachment(_mail(name, files, "Documenten jobtraining"))
    outer.set_boundary("=_buitenste_deel")
    return outer.as_bytes(policy=SMTP)


def _mail(name: str, files: Mapping[str, bytes], subject: str) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"{name} <afzender@voorbeeld.example>"
    mail["To"] = "Dienst Jobtraining <jobtraining@voorbeelddienst.example>"
    mail["Date"] = "Mon, 06 Jul 2026 09:12:00 +0200"
    mail["Subject"] = subject
    mail["Message-ID"] = "<20260706-0912@voorbeeld.example>"
    mail.set_content(_BODY.format(name=name))
    for file, data in files.items():
        main, sub = _TYPES[file.rpartition(".")[2].lower()]
        mail.add_attachment(data, maintype=main, subtype=sub, filename=file)
    if files:
        mail.set_boundary("=_deel_van_de_mail")
    return mail


_SECTOR, _END, _FREE = 512, 0xFFFFFFFE, 0xFFFFFFFF


def as_msg(subject: str, body: str) -> bytes:
    """The smallest .msg that Outlook's own format allows: a compound file with a subject and a body."""
    streams = {"__properties_version1.0": bytes(32), "__substg1.0_0037001F": subject.encode("utf-16-le"),
               "__substg1.0_1000001F": body.encode("utf-16-le")}  # fmt: skip
    padded = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    sectors, fat, entries = [], [], [_entry("Root Entry", 5, child=1, start=_END, size=0)]
    for number, (name, data) in enumerate(padded.items(), start=1):
        start = len(sectors) + 2
        pieces = [data[at : at + _SECTOR] for at in range(0, len(data), _SECTOR)]
        fat += [*range(start + 1, start + len(pieces)), _END]
        sectors += pieces
        entries.append(
            _entry(name, 2, start=start, size=len(data), right=number + 1 if number < len(padded) else _FREE)
        )
    table = struct.pack("<128I", *([0xFFFFFFFD, _END, *fat] + [_FREE] * 128)[:128])
    header = struct.pack(
        "<8s16s5H6s8I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        b"",
        0,
        1,
        1,
        0,
        4096,
        _END,
        0,
        _END,
    )
    difat = struct.pack("<I109I", 0, 0, *[_FREE] * 108)
    return header + difat + table + b"".join(entries).ljust(_SECTOR, b"\0") + b"".join(sectors)


def _entry(name: str, kind: int, *, start: int, size: int, child: int = _FREE, right: int = _FREE) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBBIII16sIQQIQ", text, len(text), kind, 1, _FREE, right, child, b"", 0, 0, 0, start, size)


def dated(office: bytes) -> bytes:
    """An Office file as if it was saved on one fixed moment, so that it is made with the same bytes again."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(office)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>2026-07-06T09:00:00Z", data)
            target.writestr(zipfile.ZipInfo(name, (2026, 7, 6, 9, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
