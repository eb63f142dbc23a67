"""A PDF with a picture on each page, an A4 sheet upright or on its side."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Protocol

from pikepdf import Array, Dictionary, Name, Pdf, Stream

_SHORT, _LONG = 595.28, 841.89  # points: A4


class Picture(Protocol):
    """A JPEG, its size in pixels, and whether it is without colour."""

    @property
    def data(self) -> bytes:
        """The JPEG."""

    @property
    def width(self) -> int:
        """In pixels."""

    @property
    def height(self) -> int:
        """In pixels."""

    @property
    def is_grey(self) -> bool:
        """Whether it has no colours."""


def make_picture_pdf(pictures: Iterable[Picture]) -> bytes:
    """The pictures, each as large as its page allows; the JPEGs themselves are taken over as they are."""
    with Pdf.new() as pdf:
        for picture in pictures:
            _add_page(pdf, picture)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


def _add_page(pdf: Pdf, picture: Picture) -> None:
    width, height = (_LONG, _SHORT) if picture.width > picture.height else (_SHORT, _LONG)
    scale = min(width / picture.width, height / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    image = Stream(
        pdf,
        picture.data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray if picture.is_grey else Name.DeviceRGB,
        Filter=Name.DCTDecode,
    )
    place = f"q {wide:.2f} 0 0 {high:.2f} {(width - wide) / 2:.2f} {(height - high) / 2:.2f} cm /Foto Do Q"
    page = pdf.add_blank_page(page_size=(width, height))
    page.obj.Resources = Dictionary(XObject=Dictionary(Foto=image))
    page.obj.Contents = Stream(pdf, place.encode())
    page.obj.MediaBox = Array([0, 0, width, height])
