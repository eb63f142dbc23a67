"""Read the logo that the settings name, once for all documents of a run."""

from __future__ import annotations

from docgen.errors import SetupError, UnreadableFileError
from docgen.model.rich import Picture
from docgen.settings import Settings

#: In millimetres: a logo fits in this box, whatever its shape.
MOST_WIDE, MOST_HIGH = 70.0, 15.0
_START = "De instelling “organisatie.logo”"


def read_logo(settings: Settings) -> Picture | None:
    """The logo, as large as it is printed; None when the settings name none.

    Raises SetupError when the file is not there or is no PNG or JPEG that every document can show.
    """
    path = settings.organisatie.logo
    if path is None:
        return None
    from docgen.formats.image.logo import measure_logo  # noqa: PLC0415 - heavy library

    try:
        data = path.read_bytes()
        width, height = measure_logo(data)
    except OSError as error:
        message = f"{_START} noemt {path}, maar dat bestand kan niet gelezen worden; kijk na of het er staat."
        raise SetupError(message) from error
    except UnreadableFileError as error:
        message = f"{_START} noemt {path}, maar dat {error}."
        raise SetupError(message) from error
    scale = min(MOST_HIGH / height, MOST_WIDE / width)
    return Picture(data, width=round(width * scale, 2), height=round(height * scale, 2))
