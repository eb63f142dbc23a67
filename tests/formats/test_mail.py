"""An e-mail is the files it brings, whatever program saved it."""

from __future__ import annotations

import base64

import pytest

from docgen.errors import UnreadableFileError
from docgen.formats.mail import MAX_PARTS, Role, is_mail, read_mail
from mails import add_inline, forward, mail, picture


def brought(data: bytes) -> list[tuple[str, Role]]:
    return [(enclosure.name, enclosure.role) for enclosure in read_mail(data)]


def test_attachments_come_with_their_names_and_bytes_and_the_text_last():
    found = list(read_mail(mail("Beste, zie bijlage.", {"RL1.pdf": b"%PDF-1", "Bewijs é.pdf": b"%PDF-2"}).as_bytes()))
    assert [("RL1.pdf", b"%PDF-1"), ("Bewijs é.pdf", b"%PDF-2"), ("bericht.txt", b"Beste, zie bijlage.")] == [
        (each.name, each.data) for each in found
    ]


def test_a_forwarded_message_brings_its_own_files():
    data = forward(mail("", {"RL1.pdf": b"%PDF-1"})).as_bytes()
    assert ("doorgestuurd bericht/RL1.pdf", Role.FILE) in brought(data)


def test_a_message_attached_as_a_file_is_forwarded_too():
    inner = mail("", {"RL1.pdf": b"%PDF-1"}).as_bytes()
    assert ("doorgestuurd bericht/RL1.pdf", Role.FILE) in brought(mail("", {"bericht.eml": inner}).as_bytes())


@pytest.mark.parametrize(
    ("role", "size", "why"),
    [
        (Role.ADDED, (120, 60), "a logo"),
        (Role.ADDED, (600, 120), "a banner"),
        (Role.FILE, (800, 1400), "a screenshot pasted into the text"),
    ],
)
def test_a_logo_in_the_text_is_no_document_but_a_photo_is(role, size, why):
    assert ("image001.png", role) in brought(add_inline(mail("Groeten"), picture(*size)).as_bytes()), why


def test_a_small_picture_that_is_attached_is_a_file():
    message = mail("")
    message.add_attachment(picture(90, 60), maintype="image", subtype="png", filename="bewijs.png")
    assert [("bewijs.png", Role.FILE)] == brought(message.as_bytes())


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("passwd", "../../etc/passwd"),
        ("RL1.pdf", "C:\\Users\\an\\RL1.pdf"),
        ("RL1 fdp.exe", "RL1\u202efdp.exe"),
        ("a b.pdf", "a\tb.pdf"),
        ("bijlage.pdf", "//"),
    ],
)
def test_names_inside_are_cleaned(expected, name):
    message = mail("")
    message.add_attachment(b"%PDF-1", maintype="application", subtype="pdf", filename=name)
    assert [expected] == [found for found, _ in brought(message.as_bytes())]


def test_two_files_of_one_name_stay_two():
    message = mail("", {"RL1.pdf": b"%PDF-1"})
    message.add_attachment(b"%PDF-2", maintype="application", subtype="pdf", filename="RL1.pdf")
    assert ["RL1.pdf", "RL1 (2).pdf"] == [name for name, _ in brought(message.as_bytes())]


def test_a_name_in_encoded_words_is_read():
    data = mail("", {"x.pdf": b"%PDF-1"}).as_bytes()
    word = base64.b64encode("Bewijs één.pdf".encode()).decode()
    data = data.replace(b'filename="x.pdf"', f'filename="=?utf-8?B?{word}?="'.encode())
    assert [("Bewijs één.pdf", Role.FILE)] == brought(data)


def test_the_text_of_a_web_page_is_its_words_by_line():
    page = "<html><head><style>p{}</style></head><body><p>Bedrag:&nbsp;50,00 EUR</p><p>Datum</p></body></html>"
    message = mail("")
    message.set_content(page, subtype="html")
    assert ["Bedrag: 50,00 EUR\nDatum"] == [each.data.decode() for each in read_mail(message.as_bytes())]


def test_of_two_ways_to_say_the_same_the_plain_one_is_kept():
    data = mail("Gewoon.", html="<p>Opgemaakt.</p>").as_bytes()
    assert [b"Gewoon."] == [each.data for each in read_mail(data)]


def nested(levels: int) -> bytes:
    message = mail("diep")
    for _ in range(levels):
        message = forward(message)
    return message.as_bytes()


@pytest.mark.parametrize(
    "data",
    [
        nested(9),
        mail("", {f"{n}.txt": b"x" for n in range(MAX_PARTS + 1)}).as_bytes(),
        mail("").as_bytes() + b"\n--x" * 30_000,
        b"From: a@b.invalid\nSubject: x\n" + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 200,
    ],
)
def test_a_mail_of_too_many_parts_is_refused(data):
    with pytest.raises(UnreadableFileError, match="te veel onderdelen"):
        list(read_mail(data))


@pytest.mark.parametrize(
    ("expected", "data"),
    [
        (True, mail("hallo").as_bytes()),
        (True, mail("hallo").as_bytes().replace(b"\n", b"\r\n")),
        (True, b"Return-Path: <a@b.invalid>\nX-Spam: no\n\nhallo"),
        (False, b"Datum: 3 juli\nVan: Fientje\n\nhallo"),
        (False, b"naam;datum\nAn;1/1/2025"),
        (False, b"From: me\nhallo, hoe gaat het"),
        (False, b""),
    ],
)
def test_a_message_is_told_by_its_headers(expected, data):
    assert expected is is_mail(data)
