"""Help and limits on input cells: a prompt on each, drop-downs from a hidden sheet, dates only where a date goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from docgen.dates import LATEST_YEAR
from docgen.formats.xlsx.cells import column_letters
from docgen.formats.xlsx.stamp import LIST_SHEET
from docgen.formats.xlsx.text_cells import put_text, shorten
from docgen.model.form import Kind, Question
from docgen.model.form_words import DUTCH, FORM_WORDS, FormWords
from docgen.model.sheet import Column

#: Longer texts corrupt the file in Excel.
_TITLE_LIMIT, _TEXT_LIMIT = 32, 225
#: Day numbers of Excel: 1 January 1900 and the last day of the latest year that a form takes.
_FIRST_DAY, _LAST_DAY = 1, (date(LATEST_YEAR, 12, 31) - date(1899, 12, 30)).days


class ChoiceLists:
    """The hidden sheet with the values of every drop-down, one column a list; made when the first list asks for it."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._columns: dict[tuple[str, ...], int] = {}

    def reference(self, choices: tuple[str, ...]) -> str:
        """The range that holds `choices`, as a validation refers to it."""
        if choices not in self._columns:
            self._columns[choices] = self._write(choices)
        letters = column_letters(self._columns[choices])
        return f"{LIST_SHEET}!${letters}$1:${letters}${len(choices)}"

    def _write(self, choices: Sequence[str]) -> int:
        if LIST_SHEET not in self._workbook.sheetnames:
            self._workbook.create_sheet(LIST_SHEET).sheet_state = "hidden"
        sheet, column = self._workbook[LIST_SHEET], len(self._columns) + 1
        for row, choice in enumerate(choices, start=1):
            put_text(sheet.cell(row, column), choice, "keuzelijst")
        return column


def add_validations(sheet: Worksheet, lists: ChoiceLists, inputs: Iterable[tuple[Question, str]]) -> None:
    """Put help and limits on every input; the rows of one table column share theirs."""
    cells = defaultdict[str, list[str]](list)
    questions: dict[str, Question] = {}
    for question, cell in inputs:
        group = f"{question.table}/{question.name}"
        questions.setdefault(group, question)
        cells[group].append(cell)
    for group, question in questions.items():
        validation = make_validation(question, lists)
        for cell in cells[group]:
            validation.add(cell)
        sheet.add_data_validation(validation)


def make_validation(question: Question, lists: ChoiceLists) -> DataValidation:
    """The prompt and the limits of one question."""
    validation = _limits(question.kind, question.choices, lists, question.form_words)
    label = question.label if question.table or not question.ask.part else f"{question.label}: {question.ask.part}"
    title = question.ask.part.capitalize() if question.ask.part else question.label
    return _titled(validation, title, _help(question, label))


def make_column_validation(column: Column, lists: ChoiceLists) -> DataValidation | None:
    """The prompt and the limits of one column of a list; None when it has neither."""
    open_or_closed = Kind.OPEN_CHOICE if column.open_choice else Kind.CHOICE
    kind = Kind.DATE if column.is_date else open_or_closed if column.choices else Kind.TEXT
    if kind is Kind.TEXT and not column.help:
        return None
    words = FORM_WORDS[DUTCH]
    limits = _limits(kind, column.choices, lists, words)
    return _titled(limits, column.title, column.help or words.fill_in.format(label=column.title))


def _titled(validation: DataValidation, title: str, words: str) -> DataValidation:
    validation.promptTitle = validation.errorTitle = shorten(title, _TITLE_LIMIT)
    validation.prompt = shorten(words, _TEXT_LIMIT)
    validation.showInputMessage = True
    return validation


def _limits(kind: Kind, choices: tuple[str, ...], lists: ChoiceLists, words: FormWords) -> DataValidation:
    if kind is Kind.DATE:
        return DataValidation(
            type="date",
            operator="between",
            formula1=str(_FIRST_DAY),
            formula2=str(_LAST_DAY),
            showErrorMessage=True,
            error=words.date_error,
            allow_blank=True,
        )
    if kind in (Kind.CHOICE, Kind.OPEN_CHOICE):
        return DataValidation(
            type="list",
            formula1=lists.reference(choices),
            showErrorMessage=kind is Kind.CHOICE,  # else the list suggests, and any other text is taken too
            error=words.choice_error,
            allow_blank=True,
        )
    return DataValidation(allow_blank=True)


def _help(question: Question, label: str) -> str:
    words = question.form_words
    text = question.ask.help or words.fill_in.format(label=label)
    return f"{text} {words.required_sentence}." if question.ask.required else text
