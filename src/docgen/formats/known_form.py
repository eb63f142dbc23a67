"""The form that a file says it is, among those known here."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.errors import UnreadableFileError
from docgen.model.form import Form, Identity, find_variant


def find_known(forms: Iterable[Form], identity: Identity) -> Form:
    """The form of that identity, in the file's language; raises UnreadableFileError for another or a newer one."""
    form = find_variant(forms, identity)
    if form is None:
        message = (
            f"is een formulier dat hier niet gekend is ({identity.path}); vraag welk formulier hier past en vul dat in"
        )
        raise UnreadableFileError(message)
    if identity.version > form.version:
        message = (
            f"is een nieuwere versie van het formulier (versie {identity.version}) dan hier gekend is "
            f"(versie {form.version}); werk docgen bij en probeer opnieuw"
        )
        raise UnreadableFileError(message)
    return form


def older_version(identity: Identity, form: Form) -> str:
    """The sentence on a file of an earlier version of its form."""
    return (
        f"Dit is een oudere versie van het formulier (versie {identity.version}; de huidige is versie {form.version}); "
        "gebruik voortaan de nieuwe."
    )
