"""What only came along with an e-mail is listed; the text of a mail is never proof."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from docgen.actions.check_dossiers import Desk, check_dossiers
from docgen.actions.collect_dossiers import collect_dossiers
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.formats.blank import FormFormat, make_form
from docgen.model.record import Prefill, flatten_record
from docgen.model.report import DossierReport
from mails import add_inline, mail, picture
from trainee_dossiers import BETALING, RECORD

FORM = make_form(VERANTWOORDINGSDOCUMENT, FormFormat.PDF, Prefill(flatten_record(RECORD), locked=False))


def check(folder: Path, data: bytes) -> DossierReport:
    (folder / "mail.eml").write_bytes(data)
    (found,) = check_dossiers(collect_dossiers([folder / "mail.eml"]), Desk(date(2026, 9, 15))).dossiers
    return found


def test_an_email_is_a_dossier_of_its_attachments(tmp_path):
    message = add_inline(mail("Beste, zie bijlage. Groeten", {"formulier.pdf": FORM}), picture(90, 40))
    report = check(tmp_path, message.as_bytes())
    assert [(file.name, file.kind) for file in report.files] == [
        ("mail.eml/formulier.pdf", "verantwoordingsdocument"),
        ("mail.eml/image001.png", "logo uit de e-mail"),
        ("mail.eml/bericht.txt", "tekst van de e-mail"),
    ]
    assert not [finding for finding in report.findings if finding.rule == "bestand-herkend"]


def test_a_payment_pasted_into_the_text_is_named_and_proves_nothing(tmp_path):
    report = check(tmp_path, mail(BETALING.replace("\t", ": "), {"formulier.pdf": FORM}).as_bytes())
    (found,) = [finding for finding in report.findings if finding.rule == "bestand-herkend"]
    assert "mail.eml/bericht.txt" in found.message
    assert "betalingsbewijs-aanwezig" in {finding.rule for finding in report.findings}
