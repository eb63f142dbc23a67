"""How much of a filled PDF form comes back once programs made it flat: exactly, doubted, or wrong (must be none).

``python benchmarks/flattened_forms.py [--forms N]`` fills N copies of every form, in each language, with invented
answers (short, long, too long for the box, hostile), by docgen and by pypdf, lets every flattener that is installed
make them flat, and compares what is read with what was filled in.
"""

from __future__ import annotations

import argparse
import io
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
from pypdf import PdfReader, PdfWriter

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

from docgen.families.discover import find_families
from docgen.formats.blank import FormFormat, make_form
from docgen.formats.door import open_file
from docgen.formats.pdf.controls import control_of, state_names
from docgen.model.form import Form, Kind, Question
from docgen.model.record import Prefill, Reading, Value, flatten_record, read_record, value_text
from docgen.model.value import RawForm
from records import NASTY

FORMS = [form for family in find_families().values() for form in family.forms if not form.is_list]
SORTS = ("exact", "line ends", "doubted", "wrong", "refused")
_WORDS = (
    "overleg", "jaarplanning", "Vossenland", "d’Hondt", "leerlijn", "nabespreking", "één", "coördinatie", "voor-",
    "namiddag", "personeelsvergadering", "evaluatie", "Şahin", "efficiënt", "affiche", "fiche", "12,50", "€", "(2)",
)  # fmt: skip


def answer(question: Question, chance: random.Random) -> Value:
    """An invented answer to one question."""
    if question.kind is Kind.DATE:
        return date(2020, 1, 1) + timedelta(days=chance.randrange(3000))
    if question.kind is Kind.CHOICE or (question.choices and chance.random() < 0.7):
        return chance.choice(question.choices)
    sort = chance.random()
    if sort < 0.12:
        return " ".join(chance.choice(NASTY).split())
    count = chance.randint(1, 4) if sort < 0.6 else chance.randint(5, 14) if sort < 0.9 else chance.randint(20, 60)
    words = [chance.choice(_WORDS) for _ in range(count)]
    joint = "\n" if question.kind is Kind.LONG_TEXT and chance.random() < 0.3 else " "
    return " ".join(words[: count // 2 + 1]) + (joint + " ".join(words[count // 2 + 1 :]) if count > 1 else "")


def answers(form: Form, chance: random.Random) -> dict[str, Value]:
    """Answers to some or all of the questions of the Dutch form."""
    share = chance.choice((0.3, 0.7, 1.0))
    asked = [question for question in form.questions.values() if question.kind is not Kind.SIGNATURE]
    found = {each.key: answer(each, chance) for each in asked if chance.random() < share}
    return {key: value.strip() if isinstance(value, str) else value for key, value in found.items()}


def by_docgen(form: Form, values: dict[str, Value]) -> bytes:
    """The form as docgen prefills it."""
    return make_form(form, FormFormat.PDF, Prefill(values, locked=False))


def by_pypdf(form: Form, values: dict[str, Value]) -> bytes:
    """The form as pypdf fills it in and draws it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_form(form, FormFormat.PDF, Prefill({})))))
    # a character that pypdf cannot draw is on no page, so that nothing could be read back
    words = {
        key: spell(form.questions[key], value).encode("cp1252", "ignore").decode("cp1252")
        for key, value in values.items()
    }
    for page in writer.pages:
        writer.update_page_form_field_values(page, words, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def spell(question: Question, value: Value) -> str:
    """The answer as a program writes it into the field."""
    text = question.show(value) if isinstance(value, str) else value_text(value)
    if control_of(question) == "radio":
        return next(f"/{state}" for state, choice in state_names(question).items() if choice == text)
    return text


def through(*command: str) -> Callable[[bytes], bytes]:
    """What a program makes of a PDF; IN and OUT are its files."""

    def press(data: bytes) -> bytes:
        with tempfile.TemporaryDirectory() as name:
            source, target = Path(name) / "in.pdf", Path(name) / "out.pdf"
            source.write_bytes(data)
            words = [str({"IN": source, "OUT": target}.get(word, word)) for word in command]
            done = subprocess.run(words, check=False, capture_output=True, timeout=120)
            assert target.exists(), done.stderr
            return target.read_bytes()

    return press


def by_pdfium(data: bytes) -> bytes:
    """As Chrome's “Save as PDF” does it."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    for number in range(len(document)):
        page = document[number]
        page.flatten(pypdfium2.raw.FLAT_PRINT)
        page.close()
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


FLATTENERS: dict[str, Callable[[bytes], bytes]] = {
    "pdfium": by_pdfium,
    "qpdf": through("qpdf", "--warning-exit-0", "--generate-appearances", "--flatten-annotations=all", "IN", "OUT"),
    "pdftocairo": through("pdftocairo", "-pdf", "IN", "OUT"),
    "gs": through("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-dPreserveAnnots=false", "-o", "OUT", "IN"),
}


def read(form: Form, data: bytes) -> Reading | None:
    """What docgen reads in a file."""
    content = open_file("formulier.pdf", data, FORMS)
    dutch = next(each for each in FORMS if each.path == form.path)
    return read_record(dutch, content.found, content.name) if isinstance(content.found, RawForm) else None


def compare(live: Reading | None, flat: Reading | None) -> Iterator[tuple[str, str, object, object]]:
    """Per key what became of its value when the form was made flat: exact, line ends, doubted or wrong."""
    if live is None or flat is None:
        yield "refused", "", None, None
        return
    wanted, found = flatten_record(live.record), flatten_record(flat.record)
    doubted = {problem.key for problem in flat.problems}
    for key in {**wanted, **found}:
        one, other = wanted.get(key), found.get(key)
        if key in doubted:
            yield "doubted", key, one, other
        elif one == other:
            yield "exact", key, one, other
        elif str(one).split() == str(other).split():
            yield "line ends", key, one, other
        else:
            yield "wrong", key, one, other


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forms", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    chosen = parser.parse_args()
    presses = {name: press for name, press in FLATTENERS.items() if chosen.only in (name, "") and is_here(name)}
    counts = defaultdict[str, Counter[str]](Counter)
    for form in (variant for each in FORMS for variant in each.variants):
        for number in range(chosen.forms):
            chance = random.Random(f"{form.path} {form.language} {number} {chosen.seed}")
            dutch = next(each for each in FORMS if each.path == form.path)
            values = answers(dutch, chance)
            for filler in (by_docgen, by_pypdf):
                filled = filler(form, values)
                for name, press in presses.items():
                    rows = list(compare(read(form, filled), read(form, press(filled))))
                    counts[f"{filler.__name__}, {name}"].update(what for what, *_ in rows)
                    show(f"{form.path} {form.language} {filler.__name__} {name}", rows)
    for name, tally in counts.items():
        print(f"{name:24}", ", ".join(f"{tally[what]} {what}" for what in SORTS))


def is_here(flattener: str) -> bool:
    """Whether it can be driven on this machine."""
    return flattener == "pdfium" or shutil.which(flattener) is not None


def show(about: str, rows: list[tuple[str, str, object, object]]) -> None:
    """Print what should not be."""
    for what, key, one, other in rows:
        if what in ("wrong", "refused"):
            print(f"  {what}: {about} {key}: {one!r} / {other!r}")


if __name__ == "__main__":
    main()
