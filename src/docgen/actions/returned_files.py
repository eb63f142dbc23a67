"""The files of a dossier as they go back to their sender: marked where something is to be said, a sentence on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from docgen.actions.dossier_file import DossierFile
from docgen.actions.file_names import make_file_name
from docgen.errors import UnreadableFileError
from docgen.formats.kind import FileKind, recognise_kind
from docgen.formats.mark import can_be_filled, make_remarks_pdf, mark_file
from docgen.model.form import Form
from docgen.model.remark import Return
from docgen.model.value import Content, RawForm, Unread
from docgen.reports.letter_words import LETTER_WORDS, LetterWords


@dataclass
class ReturnedFiles:
    """The files by their new names, the sentence on each, and the names of those that docgen added."""

    words: Return
    forms: Sequence[Form]
    files: dict[str, bytes] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)

    @property
    def _say(self) -> LetterWords:
        return LETTER_WORDS[self.words.language]

    def add(self, file: DossierFile, name: str, contents: Sequence[Content]) -> None:
        """Add one file: marked, or as it came, with the sentence that says which.

        `contents` are the documents in it; they are looked at only where a remark is on this file.
        """
        if file.data is None:
            self.sentences.append(self._say.unopened.format(name=file.name))
            return
        self.files[name] = file.data
        if not self.words.placed_in(file.name) or not contents:
            self._tell(self._say.unchanged, file, name)
            return
        content = replace(_main(contents), name=file.name)
        is_form = isinstance(content.found, RawForm)
        if is_form and not can_be_filled(file.data, content, self.forms):
            self._tell(self._say.paper, file, name)
        elif not is_form and not _is_worth_marking(content, self.words):
            self._tell(self._say.told_above, file, name)
        else:
            self._mark(file, name, content, mend=is_form)

    def add_list(self, file: DossierFile, name: str, content: Content) -> None:
        """Add a list of subjects, marked where the remarks on them stand."""
        self.files[name] = file.data or b""
        self._mark(file, name, replace(content, name=file.name), mend=True)

    def _mark(self, file: DossierFile, name: str, content: Content, *, mend: bool) -> None:
        data = file.data or b""
        try:
            self.files[name] = mark_file(data, content, self.words, self.forms)
        except UnreadableFileError as error:
            self._put_beside(file, name, content, str(error))
            return
        kind = _how_marked(self._say, recognise_kind(data)).format(sheet=self.words.own.sheet)
        self._tell(self._say.own + (self._say.mend_here if mend else ""), file, name, kind=kind)

    def _put_beside(self, file: DossierFile, name: str, content: Content, reason: str) -> None:
        """A form that must not be touched gets its remarks in a PDF beside it; other files in the letter only."""
        if not isinstance(content.found, RawForm):
            self._tell(self._say.told_above, file, name)
            return
        notes = make_file_name([name.rpartition(".")[0], self._say.remarks_file], "pdf")
        self.files[notes] = make_remarks_pdf(self.words)
        self.own.append(notes)
        self._tell(self._say.untouched, file, name, reason=reason, notes=notes)

    def _tell(self, sentence: str, file: DossierFile, name: str, **words: str) -> None:
        """Say something of a file, with the name that its sender gave it where he would not know it again."""
        known = file.name.replace(" ", "-") in name
        arrived = "" if known else self._say.arrived_as.format(name=file.name)
        self.sentences.append(sentence.format(name=name, arrived=arrived, **words))


def _main(contents: Sequence[Content]) -> Content:
    """Of several documents in one file the form, else the first."""
    return next((content for content in contents if isinstance(content.found, RawForm)), contents[0])


def _is_worth_marking(content: Content, words: Return) -> bool:
    """A file with a place to point at, or what may be a copy of a form that lost its fields."""
    if isinstance(content.found, Unread):
        return True
    return any(remark.spot_in(content.name) for remark in words.remarks)


def _how_marked(say: LetterWords, kind: FileKind) -> str:
    marked: Mapping[FileKind, str] = {
        FileKind.XLSX: say.marked_xlsx,
        FileKind.PDF: say.marked_pdf,
        FileKind.DOCX: say.marked_docx,
    }
    return marked[kind]
