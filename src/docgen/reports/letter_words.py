"""The words of the letter that goes back with a dossier, in each language that a form comes in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from docgen.model.form_words import DUTCH
from docgen.model.return_words import RETURN_WORDS


@dataclass(frozen=True)
class LetterWords:
    """The words of one language; a part between braces is filled in.

    `of_person`, `of_reference` and `of_list` say what came in; `own`, `marked_*`, `unchanged` and the like are the
    sentences on each file.
    """

    subject: str
    to_review: str
    to_complete: str
    greeting: str
    of_person: str
    of_reference: str
    of_list: str
    thanks: str
    unreadable: str
    incomplete: str
    to_confirm: str
    for_us: str
    head_needed: str
    head_asked: str
    head_desk: str
    desk_intro: str
    head_in_order: str
    in_order: str
    head_files: str
    head_next: str
    next_steps: str
    contact: str
    contact_or: str
    closing: str
    to_do: str
    where: str
    why: str
    both: str
    intro: str
    title: str
    unopened: str
    unchanged: str
    told_above: str
    paper: str
    untouched: str
    own: str
    mend_here: str
    arrived_as: str
    marked_xlsx: str
    marked_pdf: str
    marked_docx: str
    remarks_file: str


_NL = LetterWords(
    subject="Onderwerp: {subject}",
    to_review="nog na te kijken",
    to_complete="nog aan te vullen",
    greeting="Geachte",
    of_person="het dossier van {name}",
    of_reference="het dossier “{name}”",
    of_list="de lijst “{name}”",
    thanks="Bedankt voor {what}, nagekeken op {day}.",
    unreadable="Wij konden er geen formulier in lezen; hieronder staat wat daarvoor nodig is.",
    incomplete="Er is nog iets nodig om verder te kunnen; hieronder staat wat, met wat alles tegenhoudt eerst.",
    to_confirm="Er ontbreekt niets, maar hieronder staat wat nog nagekeken of bevestigd moet worden.",
    for_us="Er ontbreekt niets. Onze dienst moet nog iets nakijken; u hoeft nu niets te doen.",
    head_needed="Nodig om verder te kunnen",
    head_asked="Ook na te kijken",
    head_desk="Dit kijken wij zelf na",
    desk_intro="Hiervoor hoeft u niets te doen.",
    head_in_order="Al in orde",
    in_order="Hieraan hoeft u niets te doen: {rules}.",
    head_files="Uw bestanden",
    head_next="Hoe nu verder",
    next_steps="Verbeter de bestanden, voeg toe wat ontbreekt en bezorg ons daarna alles opnieuw. De "
    "opmerkingen mogen in de bestanden blijven staan: ze storen niet bij het volgende nazicht.",
    contact="Hebt u een vraag? U bereikt ons via {contact}.",
    contact_or=" of ",
    closing="Met vriendelijke groeten",
    to_do=RETURN_WORDS[DUTCH].to_do,
    where="Waar: {where}",
    why="Waarom: {why}",
    both="en",
    intro="Dit is toegevoegd bij het nazicht van {day}; uw eigen gegevens zijn niet gewijzigd. Verbeter wat hieronder "
    "staat, bewaar het bestand en bezorg ons daarna alles opnieuw. De opmerkingen mogen blijven staan.",
    title="Wat te doen: {what}",
    unopened="“{name}”: dit bestand konden wij niet openen.",
    unchanged="“{name}”{arrived}: ongewijzigd, zonder opmerkingen.",
    told_above="“{name}”{arrived}: ongewijzigd; wat erover te zeggen is, staat hierboven.",
    paper="“{name}”{arrived}: ongewijzigd. Dit is een scan of een PDF zonder invulvelden: moet er iets in "
    "veranderen, verbeter het dan in het formulier zelf, druk het opnieuw af en laat het opnieuw ondertekenen.",
    untouched="“{name}”: dit bestand {reason}. Wij hebben het niet aangeraakt; de opmerkingen staan in “{notes}”. Na "
    "een verbetering moet het opnieuw ondertekend worden.",
    own="“{name}”{arrived}: uw eigen bestand, {kind}.",
    mend_here=" Verbeter in dit bestand zelf.",
    arrived_as=" (aangekomen als “{name}”)",
    marked_xlsx="met gekleurde cellen, een opmerking bij elk daarvan en een blad “{sheet}” dat alles opsomt",
    marked_pdf="met een notitie bij elke plaats en vooraan een blad dat alles opsomt",
    marked_docx="met een opmerking bij elke plaats",
    remarks_file="opmerkingen",
)
_FR = LetterWords(
    subject="Objet : {subject}",
    to_review="à vérifier",
    to_complete="à compléter",
    greeting="Madame, Monsieur,",
    of_person="le dossier de {name}",
    of_reference="le dossier « {name} »",
    of_list="la liste « {name} »",
    thanks="Merci pour {what}. Notre contrôle date du {day}.",
    unreadable="Nous n’avons pu y lire aucun formulaire ; vous trouverez ci-dessous ce qu’il faut pour cela.",
    incomplete="Il manque encore quelque chose pour continuer ; vous le trouverez ci-dessous, en commençant par ce qui "
    "bloque le dossier.",
    to_confirm="Rien ne manque, mais vous trouverez ci-dessous ce qui doit encore être vérifié ou confirmé.",
    for_us="Rien ne manque. Notre service doit encore vérifier quelque chose ; vous ne devez rien faire pour "
    "l’instant.",
    head_needed="Nécessaire pour continuer",
    head_asked="À vérifier également",
    head_desk="Ce que nous vérifions nous-mêmes",
    desk_intro="Vous ne devez rien faire pour ceci.",
    head_in_order="Déjà en ordre",
    in_order="Vous ne devez rien faire pour ceci : {rules}.",
    head_files="Vos fichiers",
    head_next="Et maintenant ?",
    next_steps="Corrigez les fichiers, ajoutez ce qui manque et renvoyez-nous ensuite le tout. Les "
    "remarques peuvent rester dans les fichiers : elles ne gênent pas le prochain contrôle.",
    contact="Vous avez une question ? Vous pouvez nous joindre via {contact}.",
    contact_or=" ou ",
    closing="Veuillez agréer, Madame, Monsieur, l’expression de nos salutations distinguées.",
    to_do=RETURN_WORDS["fr"].to_do,
    where="Où : {where}",
    why="Pourquoi : {why}",
    both="et",
    intro="Ceci a été ajouté lors du contrôle du {day} ; vos propres données n’ont pas été modifiées. Corrigez ce qui "
    "figure ci-dessous, enregistrez le fichier et renvoyez-nous ensuite le tout. Les remarques peuvent rester.",
    title="À faire : {what}",
    unopened="« {name} » : nous n’avons pas pu ouvrir ce fichier.",
    unchanged="« {name} »{arrived} : inchangé, sans remarques.",
    told_above="« {name} »{arrived} : inchangé ; ce qu’il y a à en dire figure ci-dessus.",
    paper="« {name} »{arrived} : inchangé. Il s’agit d’un scan ou d’un PDF sans champs à remplir : si "
    "quelque chose doit y changer, corrigez-le dans le formulaire même, imprimez-le et faites-le signer à nouveau.",
    untouched="« {name} » : ce fichier est signé ou protégé. Nous n’y avons pas touché ; les remarques figurent dans "
    "« {notes} ». Après une correction, il doit être signé à nouveau.",
    own="« {name} »{arrived} : votre propre fichier, {kind}.",
    mend_here=" Corrigez dans ce fichier même.",
    arrived_as=" (reçu sous le nom « {name} »)",
    marked_xlsx="avec des cellules colorées, une remarque à chacune d’elles et une feuille « {sheet} » qui énumère "
    "tout",
    marked_pdf="avec une note à chaque endroit et une première page qui énumère tout",
    marked_docx="avec un commentaire à chaque endroit",
    remarks_file="remarques",
)
LETTER_WORDS: Mapping[str, LetterWords] = MappingProxyType({DUTCH: _NL, "fr": _FR})
