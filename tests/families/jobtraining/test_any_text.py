"""Whatever stands in a file, reading it ends in a report: nothing a person handed in ever raises."""

from hypothesis import given
from hypothesis import strategies as st

from docgen.families.jobtraining.family import check
from docgen.families.jobtraining.rl1 import appointments_of, compare_trainee, read_rl1
from docgen.families.jobtraining.themas import find_themas
from trainee_dossiers import BETALING, NAAM, RL1, case, file, form, record

PIECES = st.sampled_from(
    [*RL1.replace("\n", "\t").split("\t"), *BETALING.replace("\n", "\t").split("\t"), "Naam:", "Familienaam",
     "Voornaam",
     "Periode: 01/09/2025 - 30/06/2026", "31/02/2026", "31/12/2999", "Einde", "van", "tot en met", "20/20", "€ 50", "-",
     "toegelaten tot de", "proeftijd", "2 900101 12 94", "+++010/8068/17183+++", "BE65 0969 9999", "9996",
     "ziekteverlof"]
)  # fmt: skip
LINES = st.lists(st.lists(PIECES | st.text(max_size=12), max_size=7).map("\t".join), max_size=25).map("\n".join)


@given(LINES)
def test_any_lines_end_in_a_report(text):
    report = check(case(rl1=file("rl1.pdf", text), betaling=file("betaling.pdf", text[::-1])))
    assert 3 == len(report.files)


@given(LINES)
def test_any_rl1_gives_periods_that_end_after_they_begin(text):
    rl1 = read_rl1(file("rl1.pdf", text).found, "rl1.pdf")
    assert all(a.last is None or a.first <= a.last for a in rl1.aanstellingen)
    assert compare_trainee(rl1, NAAM) is not None or not rl1.namen
    assert set(appointments_of(rl1, NAAM)) <= set(rl1.aanstellingen)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_names_and_themes_end_in_a_report(one, other):
    assert find_themas(one) is find_themas(one)
    changed = record(
        naam_deelnemer=one or None, mentor_naam=other or None, ambt=other or None, scholengroep=one or None
    )
    assert check(case(form(changed))).verdict
