"""E-mails and zips that lie in a dossier, taken apart: the files in them are files of the dossier."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.actions.collect_dossiers import is_junk
from docgen.actions.dossier_file import DossierFile
from docgen.errors import UnreadableFileError
from docgen.formats.archive import is_bundle, read_archive
from docgen.formats.inner_name import clean_path
from docgen.formats.mail import Role, is_mail, read_mail

#: What the e-mails and zips of one dossier may hold together.
MAX_INNER_FILES, MAX_INNER_BYTES = 300, 200 * 1024 * 1024
#: What the first name in a zip is when Office wrote it; most files of a dossier need no further look.
_OFFICE, _FIRST_NAME = b"[Content_Types].xml", 30
_TOO_MUCH = "bevat samen met de andere e-mails en zips te veel; stuur alleen de bestanden van één persoon"
_ZIP_IN_ZIP = "is een zip-bestand in een zip-bestand en wordt niet geopend: pak het uit en stuur de bestanden zelf"


class Opener:
    """Takes apart what holds files of a dossier, and keeps count of how much came out."""

    def __init__(self) -> None:
        self._files, self._bytes = 0, 0

    def open(self, file: DossierFile) -> Iterator[DossierFile]:
        """The file itself, or the files in the e-mail or zip that it is; one that cannot be opened is named."""
        if file.data is None or file.aside or file.is_letter:
            yield file
        elif _is_zip(file.data):
            yield from self._guard(file, self._open_zip(file.name, file.data))
        elif is_mail(file.data):
            yield from self._guard(file, self._open_mail(file.name, file.data))
        else:
            yield file

    def _guard(self, file: DossierFile, inner: Iterator[DossierFile]) -> Iterator[DossierFile]:
        try:
            yield from inner
        except UnreadableFileError as error:
            yield _name(file.name, str(error))

    def _open_zip(self, name: str, data: bytes) -> Iterator[DossierFile]:
        found = False
        for inner, inside in read_archive(data):
            if any(map(is_junk, inner.split("/"))):
                continue
            found, path = True, f"{name}/{clean_path(inner) or 'bestand'}"
            self._count(inside)
            if _is_zip(inside):
                yield _name(path, _ZIP_IN_ZIP)
            else:
                yield from self.open(DossierFile(path, inside))
        if not found:
            yield _name(name, "is een zip-bestand waarin niets zit; maak het opnieuw en stuur het nog eens")

    def _open_mail(self, name: str, data: bytes) -> Iterator[DossierFile]:
        brought = 0
        for enclosure in read_mail(data):
            self._count(enclosure.data)
            path = f"{name}/{enclosure.name}"
            if enclosure.role is Role.LETTER:
                yield DossierFile(path, enclosure.data, is_letter=True)
            elif enclosure.role is Role.ADDED:
                yield DossierFile(path, enclosure.data, aside=enclosure.word)
            else:
                brought += 1
                yield from self._open_attached(DossierFile(path, enclosure.data))
        if not brought:
            yield _name(name, "is een e-mail zonder bijlagen; vraag de stukken van het dossier als bijlage of bestand")

    def _open_attached(self, file: DossierFile) -> Iterator[DossierFile]:
        return self.open(file) if file.data is not None and _is_zip(file.data) else iter((file,))

    def _count(self, inside: bytes) -> None:
        self._files, self._bytes = self._files + 1, self._bytes + len(inside)
        if self._files > MAX_INNER_FILES or self._bytes > MAX_INNER_BYTES:
            raise UnreadableFileError(_TOO_MUCH)


def _is_zip(data: bytes) -> bool:
    return data.startswith(b"PK") and not data.startswith(_OFFICE, _FIRST_NAME) and is_bundle(data)


def _name(name: str, clause: str) -> DossierFile:
    return DossierFile(name, sentence=f"“{name}” {clause}.")
