"""Make e-mails as programs save them, with attachments, forwarded messages and what signatures add."""

from __future__ import annotations

import io
from email.message import EmailMessage, Message

from PIL import Image


def mail(text: str = "", attachments: dict[str, bytes] | None = None, html: str = "") -> EmailMessage:
    """A message between invented people."""
    message = EmailMessage()
    message["From"], message["To"] = "Fientje Voorbeeld <fientje@voorbeeld.invalid>", "dienst@voorbeeld.invalid"
    message["Subject"], message["Date"] = "Dossier jobtraining", "Fri, 03 Jul 2026 10:00:00 +0200"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in (attachments or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def forward(inner: Message, text: str = "Zie hieronder.") -> EmailMessage:
    """A message that forwards another one as an attachment."""
    message = mail(text)
    message.add_attachment(inner)
    return message


def add_inline(message: EmailMessage, picture: bytes, name: str = "image001.png") -> EmailMessage:
    """The message with a picture in its text, as signatures and phones put it there."""
    message.add_attachment(
        picture, maintype="image", subtype="png", filename=name, disposition="inline", cid="<image001@voorbeeld>"
    )
    return message


def picture(width: int, height: int) -> bytes:
    """A PNG of that size."""
    out = io.BytesIO()
    Image.effect_noise((width, height), 80).save(out, "PNG")
    return out.getvalue()
