"""Uploads that were never paper: forms filled by real programs, mails, zips, one PDF for all, and plain sjablonen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from aankomst.arrival import (
    ASKS,
    BLOCKS,
    INFORMS,
    YEAR,
    Answers,
    Appointment,
    Arrival,
    Payment,
    Trainee,
    papers,
    person,
)
from aankomst.banks import letter
from aankomst.clients import (
    blank_form,
    by_node,
    by_pdfium,
    converted,
    joined,
    locked,
    older_form,
    printed_by_chrome,
    ready,
    through,
    with_looks,
    with_typed_signature,
)
from aankomst.post import as_eml, as_msg, dated, forwarded, pack
from aankomst.rl1s import two_columns
from aankomst.sjablonen import as_excel, as_word
from evidence import payment_confirmation, rl1_labels, rl1_table
from fill import fill_docx, fill_pdf, fill_xlsx, save_again
from people import DAYS, MOMENTS, Moment

FORM = "verantwoordingsdocument"
#: A value read through a label or from its place on the page is one to look at.
_READ = ("onzekere-lezing", "handtekening-mentor")
_FLAT = ("onzekere-lezing", "handtekening-mentor")


def digital() -> list[Arrival]:
    """All of them."""
    return [*clients(), *names(), *posted(), *in_one(), *plain(), *flattened(), *broken()]


def xlsx(answers: Answers) -> bytes:
    """The form in Excel."""
    return dated(fill_xlsx(blank_form("xlsx"), answers.values()))


def clients() -> list[Arrival]:
    """Our own form, filled by the programs that people have."""
    abel, bette, cor, dina = (
        Trainee("Abel Proefklik"),
        Trainee("Bette Voorbeeldvos"),
        Trainee("Cor Testweb"),
        Trainee("Dina Reeks-Proef"),
    )
    ilse, joost = Trainee("Ilse Vorigeversie"), Trainee("Joost Oudepdf")
    return [
        Arrival("oude-versie-excel", "Een vorige versie van het formulier, in Excel.", "openpyxl", ilse,
                lambda: papers(ilse) | {f"{FORM}.xlsx": dated(fill_xlsx(older_form("xlsx"), Answers(ilse).values()))}, doubts=_READ[:1]),
        Arrival("oude-versie-pdf", "Een vorige versie van het formulier, in PDF.", "pypdf", joost,
                lambda: papers(joost) | {f"{FORM}.pdf": fill_pdf(older_form("pdf"), Answers(joost).values())}, doubts=_READ[:1]),
        Arrival("pdf-lib", "PDF-formulier, ingevuld in een webtoepassing.", "pdf-lib (node)", cor,
                lambda: papers(cor) | {f"{FORM}.pdf": by_node("fill_pdflib.mjs", Answers(cor))}),
        Arrival("chrome", "PDF-formulier, ingevuld in de browser.", "pdfium: klikken en typen", abel,
                lambda: papers(abel) | {f"{FORM}.pdf": by_pdfium(Answers(abel))}),
        Arrival("firefox", "PDF-formulier, ingevuld in de browser.", "pdf.js (node)", bette,
                lambda: papers(bette) | {f"{FORM}.pdf": by_node("fill_pdfjs.mjs", Answers(bette))}),
        Arrival("calc-tekort", "Formulier bewaard door LibreOffice Calc; vijf maanden in dienst.", "openpyxl, LibreOffice Calc", dina,
                lambda: papers(dina, Appointment(date(2026, 1, 12), date(2026, 6, 30))) | {"formulier.xlsx": save_again(xlsx(Answers(dina, start=date(2026, 1, 12), moments=_late())), "xlsx")},
                "onvolledig", (("tien-maanden", BLOCKS, None),)),
    ]  # fmt: skip


def _late() -> tuple[Moment, ...]:
    days = (date(2026, 1, 20), date(2026, 2, 24), date(2026, 4, 21), date(2026, 5, 19))
    return tuple(replace(moment, day=day) for moment, day in zip(MOMENTS, days, strict=True))


def names() -> list[Arrival]:
    """Files whose names say nothing, or the wrong thing."""
    elmo, fleur = Trainee("Elmo Naamloos-Test"), Trainee("Fleur Verwisseld")
    return [
        Arrival("namen-niets", "De namen van de bestanden zeggen niets.", "openpyxl, reportlab", elmo,
                lambda: _renamed(elmo, ("Scan_0001.xlsx", "document (1).pdf", "document (2).pdf"))),
        Arrival("namen-verwisseld", "“RL1.pdf” is de betaling, “betaling.pdf” de RL1.", "openpyxl, reportlab", fleur,
                lambda: _renamed(fleur, ("betaalbewijs.xlsx", "betaling.pdf", "RL1.pdf"))),
    ]  # fmt: skip


def _renamed(who: Trainee, given: tuple[str, str, str]) -> dict[str, bytes]:
    rl1, payment = papers(who, draw=rl1_table).values()
    return dict(zip(given, (xlsx(Answers(who)), rl1, payment), strict=True))


def posted() -> list[Arrival]:
    """Mails and zips in a dossier."""
    gaby, hedwig, ilja, jits = (
        Trainee("Gaby Postproef"),
        Trainee("Hedwig Doorstuur"),
        Trainee("Ilja Ingepakt"),
        Trainee("Jits Tweemaal"),
    )
    kato, leon = Trainee("Kato Outlooktest"), Trainee("Leon Halfvol")
    rl1 = rl1_labels(person(jits), [YEAR])
    return [
        Arrival("mail", "Eén mail met alles in bijlage.", "email (python), openpyxl", gaby,
                lambda: {"bericht.eml": as_eml(gaby.name, _all(gaby))}),
        Arrival("mail-doorgestuurd", "Een doorgestuurde mail: de bijlagen zitten in de mail in de mail.", "email (python), lxml", hedwig,
                lambda: {"Doorgestuurd.eml": forwarded(hedwig.name, papers(hedwig) | {f"{FORM}.docx": fill_docx(blank_form("docx"), Answers(hedwig).values())})}),
        Arrival("zip-erin", "De bewijsstukken zitten in een zip in het dossier.", "zipfile, openpyxl", ilja,
                lambda: {f"{FORM}.xlsx": xlsx(Answers(ilja)), "bewijsstukken.zip": pack(papers(ilja))}),
        Arrival("mail-dubbel", "De RL1 zit in de mail en ligt er ook los bij.", "email (python), openpyxl", jits,
                lambda: {"bericht.eml": as_eml(jits.name, _all(jits) | {"RL1.pdf": rl1}), "RL1.pdf": rl1}, rows=(("dubbel-bestand", INFORMS, None),)),
        Arrival("outlook-msg", "Een .msg van Outlook bij een verder volledig dossier.", "eigen .msg-schrijver, openpyxl", kato,
                lambda: _all(kato) | {"Bericht.msg": as_msg("Documenten jobtraining", "Dag, in bijlage de documenten.")},
                "na-te-kijken", (("bestand-herkend", ASKS, None),)),
        Arrival("mail-zonder-rl1", "Een mail waarin de RL1 vergeten is.", "email (python), openpyxl", leon,
                lambda: {"bericht.eml": as_eml(leon.name, {name: data for name, data in _all(leon).items() if name != "RL1.pdf"})},
                "onvolledig", (("rl1-aanwezig", BLOCKS, None), ("tien-maanden-verklaard", INFORMS, None))),
    ]  # fmt: skip


def _all(who: Trainee) -> dict[str, bytes]:
    return papers(who) | {f"{FORM}.xlsx": xlsx(Answers(who))}


def in_one() -> list[Arrival]:
    """Everything in one PDF."""
    mats, nele, otto = Trainee("Mats Allesineen"), Trainee("Nele Dooreen"), Trainee("Otto Aangehecht")
    return [
        Arrival("een-pdf", "Formulier, RL1 en betaling in één PDF; de velden leven nog.", "pypdf", mats,
                lambda: {"dossier.pdf": joined(fill_pdf(blank_form(), Answers(mats).values()), *papers(mats).values())}, doubts=_READ[:1]),
        Arrival("een-pdf-dooreen", "Eén PDF: eerst de betaling, dan de RL1, dan het formulier.", "pypdf", nele,
                lambda: {"Samengevoegd.pdf": joined(*reversed(papers(nele).values()), fill_pdf(blank_form(), Answers(nele).values()))}, doubts=_READ[:1]),
        Arrival("rl1-en-betaling-samen", "RL1 en betaling in één PDF naast het formulier in Excel.", "pypdf, openpyxl", otto,
                lambda: {f"{FORM}.xlsx": xlsx(Answers(otto)), "bijlagen.pdf": joined(two_columns(person(otto), [YEAR]), payment_confirmation(Payment(otto.name)))}),
    ]  # fmt: skip


def plain() -> list[Arrival]:
    """The plain sjabloon of the handleiding, not our form."""
    paul, rana, stan, tess, ugo = (
        Trainee("Paul Sjabloons"),
        Trainee("Rana Overtype"),
        Trainee("Stan Tekstblad"),
        Trainee("Tess Gebroken"),
        Trainee("Ugo Themarest"),
    )
    three = (*MOMENTS[:3], Moment(DAYS[3], "evaluatie van de werking"))
    return [
        Arrival("sjabloon-word", "Het sjabloon van de handleiding in Word, als tabel zonder velden.", "python-docx", paul,
                lambda: papers(paul) | {"sjabloon ingevuld.docx": as_word(Answers(paul))}, doubts=_READ),
        Arrival("sjabloon-excel", "Het sjabloon overgetypt in Excel.", "openpyxl", rana,
                lambda: papers(rana) | {"sjabloon.xlsx": as_excel(Answers(rana))}, doubts=_READ),
        Arrival("sjabloon-pdf", "Het sjabloon uit Word bewaard als PDF.", "python-docx, LibreOffice Writer", stan,
                lambda: papers(stan) | {"sjabloon.pdf": converted(as_word(Answers(stan)), "docx", "pdf")}, doubts=_READ),
        Arrival("sjabloon-gebroken", "Het sjabloon met “Aanwezigh eid trainee” zoals het in de handleiding staat.", "python-docx", tess,
                lambda: papers(tess) | {"verantwoording.docx": as_word(Answers(tess), broken=True)}, doubts=_READ),
        Arrival("sjabloon-onvolledig", "Het sjabloon in Word zonder lesbijwoning en zonder handtekening.", "python-docx", ugo,
                lambda: papers(ugo) | {"sjabloon.docx": as_word(Answers(ugo, moments=three), signed=False)},
                "onvolledig", (("thema-lesbijwoning", BLOCKS, "contactmomenten"), ("handtekening-mentor", BLOCKS, "handtekening_mentor")), _READ),
    ]  # fmt: skip


def flattened() -> list[Arrival]:
    """Our PDF form, its fields turned into ink by a printer or a program."""
    vic, wies, xavi, yente, zita = (
        Trainee("Vic Platproef"),
        Trainee("Wies Spookdruk"),
        Trainee("Xavi Geplet"),
        Trainee("Yente Afdrukker"),
        Trainee("Zita Platkort"),
    )
    short = Answers(zita, end=date(2026, 5, 29))
    flat: list[tuple[str, str, Trainee, Callable[[bytes], bytes]]] = [
        ("cairo", "pdftocairo", vic, lambda data: through("cairo", data)),
        ("ghostscript", "Ghostscript pdfwrite", wies, lambda data: through("ghostscript", data)),
        ("qpdf", "qpdf --flatten-annotations", xavi, lambda data: through("qpdf", data)),
        ("chrome", "pdfium FLAT_PRINT, zoals Chrome “Opslaan als PDF”", yente, printed_by_chrome),
    ]
    return [
        *(Arrival(f"plat-{name}", "PDF-formulier waarvan de velden inkt geworden zijn.", made, who, _flat(who, press), doubts=_FLAT) for name, made, who, press in flat),
        Arrival("plat-te-kort", "Plat PDF-formulier van een jobtraining van negen maanden.", "qpdf --flatten-annotations", zita,
                lambda: papers(zita, Appointment(YEAR.first, short.end)) | {f"{FORM}.pdf": through("qpdf", with_looks(by_node("fill_pdflib.mjs", short)))},
                "onvolledig", (("tien-maanden", BLOCKS, None),), _FLAT),
    ]  # fmt: skip


def _flat(who: Trainee, press: Callable[[bytes], bytes]) -> Callable[[], dict[str, bytes]]:
    return lambda: papers(who) | {f"{FORM}.pdf": press(with_looks(by_node("fill_pdflib.mjs", Answers(who))))}


def broken() -> list[Arrival]:
    """Files that are locked, damaged, empty, of an old kind, or no business of the desk."""
    arno, bibi, cleo, dries, esra, filou, guus, hanne = (
        Trainee("Arno Opgesloten"),
        Trainee("Bibi Stukgegaan"),
        Trainee("Cleo Oudekist"),
        Trainee("Dries Opendoc"),
        Trainee("Esra Bijvangst"),
        Trainee("Filou Versies"),
        Trainee("Guus Samenvoeging"),
        Trainee("Hanne Erbijgeplakt"),
    )
    draft = Answers(filou, moments=MOMENTS[:2])
    return [
        Arrival("rl1-op-slot", "De RL1 zit achter een wachtwoord.", "qpdf, openpyxl", arno,
                lambda: papers(arno) | {f"{FORM}.xlsx": xlsx(Answers(arno)), "RL1.pdf": locked(rl1_labels(person(arno), [YEAR]), "geheim")},
                "na-te-kijken", (("rl1-leesbaar", ASKS, None), ("tien-maanden-verklaard", INFORMS, None))),
        Arrival("formulier-stuk", "Het formulier kwam afgebroken aan.", "openpyxl, afgeknipt", bibi,
                lambda: papers(bibi) | {f"{FORM}.xlsx": xlsx(Answers(bibi))[:9000]}, "onleesbaar",
                (("verantwoordingsdocument-aanwezig", BLOCKS, None), ("bestand-herkend", ASKS, None))),
        Arrival("formulier-xls", "Het formulier is bewaard als .xls.", "LibreOffice Calc", cleo,
                lambda: papers(cleo) | {f"{FORM}.xls": converted(xlsx(Answers(cleo)), "xlsx", "xls")}, "onleesbaar",
                (("verantwoordingsdocument-aanwezig", BLOCKS, None), ("bestand-herkend", ASKS, None))),
        Arrival("formulier-ods", "Het formulier is bewaard als .ods.", "LibreOffice Calc", dries,
                lambda: papers(dries) | {f"{FORM}.ods": converted(xlsx(Answers(dries)), "xlsx", "ods")}, "onleesbaar",
                (("verantwoordingsdocument-aanwezig", BLOCKS, None), ("bestand-herkend", ASKS, None))),
        Arrival("bijvangst", "Een uitnodiging, een leeg bestand en een tekstbestand zitten mee in de map.", "reportlab, openpyxl", esra,
                lambda: _all(esra) | {"uitnodiging.pdf": letter(("Welkom op het schoolfeest van zaterdag.", "Er is taart."), "Uitnodiging"), "leeg.docx": b"", "notitie.txt": b"Nog te doen: krijt bestellen\r\n"},
                "na-te-kijken", (("bestand-herkend", ASKS, None),) * 3),
        Arrival("ontwerp-en-eindversie", "Een ontwerp en de eindversie van het formulier samen.", "openpyxl, pypdf", filou,
                lambda: _all(filou) | {"ontwerp.pdf": fill_pdf(blank_form(), draft.values())}, "onvolledig",
                (("een-verantwoordingsdocument", BLOCKS, None),)),
        Arrival("twee-personen-een-pdf", "De formulieren van twee trainees zijn samengevoegd in één PDF.", "pypdf", guus,
                lambda: papers(guus) | {"formulieren.pdf": joined(*(fill_pdf(blank_form(), Answers(who).values()) for who in (guus, hanne)))}, "onleesbaar",
                (("verantwoordingsdocument-aanwezig", BLOCKS, None), ("bestand-herkend", ASKS, None))),
    ]  # fmt: skip


__all__ = ["digital", "ready", "with_typed_signature", "xlsx"]
