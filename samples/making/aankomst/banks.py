"""Invented payment proofs: screens of bank apps in three languages, and statements of many lines."""

from __future__ import annotations

import html
from datetime import date, timedelta

from aankomst.clients import screenshot
from evidence import Payment, _grid, _pdf, _text, _title, day
from reportlab.platypus import PageBreak, Spacer

_STYLE = """<meta charset="utf-8"><style>
body{margin:0;font-family:Carlito,Liberation Sans,sans-serif;background:#f3f5f8;color:#1c2733;font-size:16px}
.bar{display:flex;justify-content:space-between;padding:8px 20px;font-size:13px;font-weight:bold}
.head{background:COLOUR;color:#fff;padding:18px 20px;font-size:19px}
.sum{background:#fff;padding:26px 20px;text-align:center;font-size:34px;font-weight:bold}
.sum small{display:block;font-size:15px;font-weight:normal;color:#4b5866;margin-top:6px}
.card{background:#fff;margin:12px;border-radius:12px;padding:4px 16px}
.row{padding:11px 0;border-bottom:1px solid #e4e8ed}.row:last-child{border:0}
.row b{display:block;font-weight:normal;color:#5c6874;font-size:13px}
</style>"""
#: Per language: title, amount sentence, status and the labels of the rows.
WORDS = {
    "nl": (
        "Details overschrijving",
        "Uitgevoerd op {day}",
        ("Status", "Uitgevoerd"),
        "Begunstigde",
        "Rekening begunstigde",
        "Mededeling",
        "Uitvoeringsdatum",
        "Bedrag",
    ),
    "fr": (
        "Détails du virement",
        "Exécuté le {day}",
        ("Statut", "Exécuté"),
        "Bénéficiaire",
        "Compte du bénéficiaire",
        "Communication",
        "Date d’exécution",
        "Montant",
    ),
    "en": (
        "Transfer details",
        "Executed on {day}",
        ("Status", "Executed"),
        "Beneficiary",
        "Beneficiary account",
        "Message",
        "Execution date",
        "Amount",
    ),
}
PLANNED = {
    "nl": ("Gepland voor {day}", "Gepland"),
    "fr": ("Planifié pour le {day}", "En attente d’exécution"),
    "en": ("Scheduled for {day}", "Scheduled"),
}


def app_screen(payment: Payment, language: str = "nl", *, planned: bool = False, colour: str = "#0b6e4f") -> bytes:
    """A screen of a bank app on a phone, about one transfer."""
    title, done, (status_label, status), beneficiary, account, message, execution, amount = WORDS[language]
    if planned:
        done, status = PLANNED[language]
    sign = (
        f"€ {payment.amount}"
        if language == "nl"
        else f"{payment.amount} €"
        if language == "fr"
        else f"€{payment.amount.replace(',', '.')}"
    )
    rows = [(status_label, status), (amount, f"{payment.amount} EUR"), (beneficiary, payment.beneficiary), (account, payment.iban),
            (message, payment.message or f"jobtraining {payment.name}"), (execution, day(payment.day))]  # fmt: skip
    cells = "".join(f'<div class="row"><b>{html.escape(label)}</b>{html.escape(value)}</div>' for label, value in rows)
    body = (f'<div class="bar"><span>09:41</span><span>4G 78%</span></div><div class="head">{title}</div>'
            f'<div class="sum">- {sign}<small>{done.format(day=day(payment.day))}</small></div><div class="card">{cells}</div>')  # fmt: skip
    return screenshot(_STYLE.replace("COLOUR", colour) + body)


def list_screen(payment: Payment) -> bytes:
    """A screen of a bank app with the last transactions, of which one counts."""
    rows = [("Warenhuis De Proefkorf", "-83,17", "15/06/2026"), (payment.beneficiary, f"-{payment.amount}", day(payment.day)),
            (payment.message or f"jobtraining {payment.name}", "", ""), ("Bakkerij Testbrood", "-12,40", "10/06/2026")]  # fmt: skip
    cells = "".join(
        f'<div class="row"><b>{when}</b><div style="display:flex;justify-content:space-between"><span>{html.escape(what)}</span><span>{amount}</span></div></div>'
        for what, amount, when in rows
    )
    return screenshot(
        _STYLE.replace("COLOUR", "#23407a")
        + f'<div class="bar"><span>18:05</span><span>wifi 41%</span></div><div class="head">Mijn verrichtingen</div><div class="card">{cells}</div>'
    )


def long_statement(payment: Payment, *, pages: int = 3, language: str = "nl") -> bytes:
    """A statement of several pages with some thirty lines; other lines of 50 euro go elsewhere."""
    heads = {"nl": ("Rekeninguittreksel nr. 6", ["Datum", "Omschrijving", "Tegenrekening", "Bedrag"]),
             "fr": ("Extrait de compte n° 6", ["Date", "Libellé", "Compte contrepartie", "Montant"])}[language]  # fmt: skip
    message = payment.message or f"jobtraining {payment.name}"
    shops = (
        "Warenhuis De Proefkorf",
        "Tankstation Voorbeeld",
        "Bakkerij Testbrood",
        "Apotheek Denkbeeld",
        "Sportclub Verzonnen",
    )
    lines = []
    for n in range(pages * 10):
        when = date(2026, 6, 1) + timedelta(days=n * 28 // (pages * 10))
        other = n % 7 == 3
        lines.append(
            [
                day(when),
                shops[n % 5] + (" lidgeld" if other else ""),
                "BE71 0961 2345 6769",
                "-50,00" if other else f"-{7 + n * 3},{n * 7 % 90 + 10}",
            ]
        )
    lines.insert(pages * 5, [day(payment.day), f"{payment.beneficiary} {message}", payment.iban, f"-{payment.amount}"])
    parts = []
    for start in range(0, len(lines), 11):
        parts += [
            _title(f"{heads[0]} – blad {start // 11 + 1}"),
            Spacer(0, 6),
            _grid([heads[1], *lines[start : start + 11]]),
            PageBreak(),
        ]
    return _pdf(parts[:-1], heads[0])


def french_confirmation(payment: Payment) -> bytes:
    """A confirmation of a transfer in French."""
    rows = [["Statut", "Exécuté"], ["Montant", f"{payment.amount} EUR"], ["Date d’exécution", day(payment.day)], ["Nom du bénéficiaire", payment.beneficiary],
            ["Compte du bénéficiaire", payment.iban], ["Communication", payment.message or f"jobtraining {payment.name}"]]  # fmt: skip
    return _pdf([_title("Confirmation de virement"), _grid(rows, head=False)], "Virement")


def english_confirmation(payment: Payment) -> bytes:
    """A confirmation of a transfer in English."""
    rows = [["Status", "Completed"], ["Amount", f"EUR {payment.amount.replace(',', '.')}"], ["Execution date", f"{payment.day:%d %B %Y}"],
            ["Beneficiary", payment.beneficiary], ["Beneficiary IBAN", payment.iban], ["Message", payment.message or f"jobtraining {payment.name}"]]  # fmt: skip
    return _pdf([_title("Payment confirmation"), _grid(rows, head=False)], "Payment")


def refunded_statement(payment: Payment) -> bytes:
    """A statement on which the payment came back a week later."""
    rows = [["Datum", "Omschrijving", "Tegenrekening", "Bedrag"],
            [day(payment.day), f"{payment.beneficiary} jobtraining {payment.name}", payment.iban, f"-{payment.amount}"],
            [day(payment.day + timedelta(days=7)), f"Terugbetaling {payment.beneficiary} jobtraining {payment.name}", payment.iban, f"+{payment.amount}"]]  # fmt: skip
    return _pdf([_title("Rekeninguittreksel nr. 7"), _grid(rows)], "Rekeninguittreksel")


def attest(name: str, handed_out: date) -> bytes:
    """A vormingsattest as a scholengroep keeps it."""
    lines = (f"Hierbij wordt bevestigd dat {name} de vorming voor leidinggevenden met vrucht gevolgd heeft.",
             f"Uitgereikt te Voorbeeldegem op {day(handed_out)}.", "De voorzitter van de jury, Jules Juryman")  # fmt: skip
    return _pdf([_title("Vormingsattest"), *map(_text, lines)], "Vormingsattest")


def letter(lines: tuple[str, ...], title: str = "Brief") -> bytes:
    """A page of plain text."""
    return _pdf([_title(title), *map(_text, lines)], title)
