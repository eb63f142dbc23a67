"""Invented values for a certificate, as its template asks for them."""

from __future__ import annotations

from datetime import date
from typing import Any

from docgen.catalogue import find_shipped
from docgen.formats.pdf.render import Imprint, render_pdf

ISSUED = date(2026, 7, 3)
CERTIFICATE = find_shipped("templates") / "jobtraining" / "certificaat" / "nl.typ"


def make_certificate_values(name: str = "Roos van den Beukenhof", **changes: Any) -> dict[str, Any]:
    """Every name that the certificate's context has, with `changes` over it."""
    return {
        "organisatie": {
            "naam": "Begeleidingsdienst Voorbeeld",
            "dienst": "Dienst Leiderschap en Beleid",
            "adres": ["Voorbeeldlaan 1", "1000 Voorbeeldstad"],
            "email": "jobtraining@voorbeeld.example",
            "telefoon": "02 000 00 00",
            "website": "voorbeeld.example",
            "plaats": "Voorbeeldstad",
            "ondertekenaar": "Ans Voorbeeld",
            "ondertekenaar_functie": "adviseur",
            "logo": "",
        },
        "nummer": "JT-2026-00042",
        "trainee": {"naam": name},
        "ambt": "adjunct-directeur secundair onderwijs",
        "instelling": "Atheneum De Lindeboom",
        "scholengroep": "Scholengroep 99 Rivierenland",
        "algemeen_directeur": "Bert Proefmans",
        "mentor": {"naam": "Mia Testers", "functie": "directeur"},
        "startdatum": "1 september 2025",
        "einddatum": "30 juni 2026",
        "startdatum_kort": "01/09/2025",
        "einddatum_kort": "30/06/2026",
        "datum": "3 juli 2026",
        "datum_kort": "03/07/2026",
        "plaats": "Voorbeeldstad",
    } | changes


def make_certificate(name: str = "Roos van den Beukenhof", **changes: Any) -> bytes:
    """The PDF of one certificate, with its own values attached."""
    values = make_certificate_values(name, **changes)
    imprint = Imprint("Certificaat van jobtraining", "nl", ISSUED, "Begeleidingsdienst Voorbeeld")
    record = values | {"organisatie": {**values["organisatie"], "logo": ""}}
    return render_pdf(CERTIFICATE, values, record, meta=imprint)
