"""The sentences of the page on the competentiebilan that its rules enforce, literally."""

from docgen.sources import competentiebilan

VOORWAARDEN_ZIN = competentiebilan(
    "Voorwaarden",
    "Bied je medewerkers aan om deel te nemen aan een competentiebilan wanneer ze zich in één van de volgende "
    "situaties van beroepsheroriëntering bevinden:",
)
AANVRAAG_ZIN = competentiebilan("We zijn er voor jou", "Als organisatie, dien je de aanvraag in voor je medewerkers.")
INSTEMMING_ZIN = competentiebilan(
    "Onze dienstverlening",
    "Het competentiebilan is opgebouwd rond meerdere essentiële deontologische pijlers: • De instemming van de "
    "medewerker",
)
SAMENVATTING_ZIN = competentiebilan(
    "Feedbackfase",
    "De samenvatting omvat het professionele parcours en de opleidingen, de onderzochte competenties en ontwikkelings- "
    "en oriënteringspistes.",
)
FEEDBACK_ZIN = competentiebilan("Feedbackfase", "Met het feedbackgesprek wordt het competentiebilan afgesloten.")
