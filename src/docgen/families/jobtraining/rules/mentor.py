"""Rules on the mentor and his or her signature (handleiding § 5.1, § 9)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.families.jobtraining.dossier import Dossier
from docgen.families.jobtraining.inschrijvingen import same_scholengroep
from docgen.families.jobtraining.namen import Likeness, compare_names
from docgen.families.jobtraining.record import Onderwijsniveau
from docgen.families.jobtraining.rules.algemeen import has_form, says_nothing
from docgen.families.jobtraining.rules.bronnen import EVALUATIE_ZIN
from docgen.model.rule import Observation, Severity, rule
from docgen.model.value import SignatureKind
from docgen.sources import handleiding

#: Levels with a mentor of their own scholengroep (§ 5.1); for CLB, CVO, DKO and LSC one is assigned centrally (§ 5.2).
LOKAAL = frozenset({Onderwijsniveau.BAO, Onderwijsniveau.BUBAO, Onderwijsniveau.SO, Onderwijsniveau.BUSO})
HANDTEKENING = "handtekening_mentor"


def knows_both_schools(dossier: Dossier) -> bool:
    """Whether the enrolment list gives a level with a local mentor, and the mentor's scholengroep."""
    line = dossier.inschrijving
    return line is not None and line.onderwijsniveau in LOKAAL and line.mentor_scholengroep is not None


@rule(
    "mentor-niet-trainee",
    Severity.BLOCKING,
    EVALUATIE_ZIN,
    ruling="De mentor en de trainee zijn twee verschillende personen.",
    when=has_form,
)
def mentor_is_not_trainee(dossier: Dossier) -> Iterator[Observation]:
    """The mentor is someone else than the trainee (ruling on § 5.1)."""
    mentor, trainee = dossier.record.mentor_naam, dossier.record.naam_deelnemer
    if not mentor or not trainee or (likeness := compare_names(mentor, trainee)) is Likeness.OTHER:
        return
    same = likeness is Likeness.SAME
    yield Observation(
        "De mentor en de trainee zijn dezelfde persoon."
        if same
        else "De namen van de mentor en de trainee lijken op elkaar.",
        key="mentor_naam",
        place=dossier.place("mentor_naam"),
        found=mentor,
        expected="een andere persoon dan de trainee",
        remedy="Vul de naam van de mentor in."
        if same
        else "Verbeter de naam die fout is; zijn ze allebei juist, dan bevestigt het bureau dat het om twee personen "
        "gaat.",
        severity=Severity.BLOCKING if same else Severity.ATTENTION,
    )


@rule(
    "mentor-geen-evaluator",
    Severity.ATTENTION,
    EVALUATIE_ZIN,
    ruling="Een mentor die ook algemeen directeur is, kan een evaluerende functie hebben; dat vraagt aandacht.",
    when=has_form,
)
def mentor_does_not_evaluate(dossier: Dossier) -> Iterator[Observation]:
    """The mentor is someone else than the algemeen directeur (ruling on § 5.1)."""
    mentor, directeur = dossier.record.mentor_naam, dossier.record.algemeen_directeur
    if not mentor or not directeur or (likeness := compare_names(mentor, directeur)) is Likeness.OTHER:
        return
    yield Observation(
        "De mentor is ook de algemeen directeur, die een evaluerende functie kan hebben."
        if likeness is Likeness.SAME
        else "De namen van de mentor en de algemeen directeur lijken op elkaar.",
        key="mentor_naam",
        place=dossier.place("mentor_naam"),
        found=mentor,
        expected="een mentor zonder evaluerende functie ten aanzien van de trainee",
        remedy="Verbeter de naam van de mentor als die fout is; anders kijkt het bureau na of de mentor de trainee "
        "niet "
        "evalueert.",
    )


@rule(
    "mentor-eigen-scholengroep",
    Severity.ATTENTION,
    handleiding("5.1", "De mentoren zijn enkel actief op het niveau van de eigen scholengroep."),
    when=knows_both_schools,
)
def mentor_of_own_group(dossier: Dossier) -> Iterator[Observation]:
    """A local mentor belongs to the trainee's scholengroep (§ 5.1)."""
    line = dossier.inschrijving
    if line is None or same_scholengroep(line.mentor_scholengroep, line.scholengroep or dossier.record.scholengroep):
        return
    yield Observation(
        "De mentor hoort volgens de inschrijvingslijst bij een andere scholengroep dan de trainee.",
        key="mentor_naam",
        place=dossier.place("mentor_naam"),
        found=line.mentor_scholengroep,
        expected=line.scholengroep or dossier.record.scholengroep,
        remedy="Kijk na bij welke scholengroep de mentor hoort en verbeter de inschrijvingslijst als die fout is.",
        for_desk=True,
    )


@rule("handtekening-mentor", Severity.BLOCKING, handleiding("9", "Handtekening mentor:"), when=has_form)
def mentor_signed(dossier: Dossier) -> Iterator[Observation]:
    """The mentor signed (§ 9): a valid digital signature is in order, another kind asks a look unless accepted."""
    kind = signature_of(dossier)
    # A valid digital signature is in order (ruling on § 9): the name in its certificate is read, and not compared.
    if kind is SignatureKind.DIGITAL or HANDTEKENING in dossier.unreadable:
        return
    if kind is None:
        yield Observation(
            "Het verantwoordingsdocument is niet ondertekend door de mentor.",
            key=HANDTEKENING,
            place=dossier.place(HANDTEKENING),
            expected="de handtekening van de mentor",
            remedy="Laat de mentor het verantwoordingsdocument ondertekenen.",
        )
    elif kind not in dossier.settings.handtekening.aanvaard or _typed_by_another(dossier, kind):
        yield Observation(
            _WHAT[kind],
            key=HANDTEKENING,
            place=dossier.place(HANDTEKENING),
            found=dossier.record.handtekening_mentor or str(kind),
            expected="een geldige handtekening van de mentor",
            remedy="Laat de mentor het verantwoordingsdocument opnieuw digitaal ondertekenen en wijzig het daarna "
            "niet meer."
            if kind is SignatureKind.DIGITAL_BROKEN
            else "Het bureau kijkt na of dit als handtekening van de mentor aanvaard kan worden.",
            severity=Severity.ATTENTION,
            picture=dossier.reading.pictures.get(HANDTEKENING) if dossier.reading else None,
            for_desk=kind is not SignatureKind.DIGITAL_BROKEN,
        )


_WHAT = {
    SignatureKind.TYPED: "Op de plaats van de handtekening van de mentor staat een getypte naam.",
    SignatureKind.IMAGE: "Op de plaats van de handtekening van de mentor staat een afbeelding.",
    SignatureKind.INK: "Op de plaats van de handtekening van de mentor is met de hand getekend.",
    SignatureKind.DIGITAL_BROKEN: "De digitale handtekening van de mentor is niet geldig.",
}


def signature_of(dossier: Dossier) -> SignatureKind | None:
    """What stands in the mentor's place for a signature; None when nothing does."""
    found = dossier.reading.signatures.get(HANDTEKENING) if dossier.reading else None
    typed = dossier.record.handtekening_mentor
    if found in (None, SignatureKind.TYPED) and says_nothing(typed):
        return None
    return found or (SignatureKind.TYPED if typed else None)


def _typed_by_another(dossier: Dossier, kind: SignatureKind) -> bool:
    """Whether a typed name is plainly not the mentor's."""
    typed, mentor = dossier.record.handtekening_mentor, dossier.record.mentor_naam
    if kind is not SignatureKind.TYPED or not typed or not mentor:
        return False
    return compare_names(typed, mentor) is Likeness.OTHER
