"""The table that tesseract prints becomes words; numbers count only where two readings agree."""

from docgen.formats.image.tesseract_words import compare, parse_words

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
LINE = "4\t1\t1\t1\t1\t0\t90\t70\t900\t30\t-1\t"


def row(left, text, conf="96.5"):
    return f"5\t1\t1\t1\t1\t1\t{left}\t70\t120\t30\t{conf}\t{text}"


def table(*rows):
    return "\n".join([HEAD, LINE, *rows])


def test_only_rows_of_words_are_words_each_with_its_place_and_certainty():
    (word,) = parse_words(table(row(90, "Naam"), row(300, " ")))
    assert ("Naam", 0.965, (90, 70), (210, 100)) == (word.text, round(word.certainty, 3), word.quad[0], word.quad[2])


def test_the_places_of_a_larger_picture_are_those_of_the_page():
    (word,) = parse_words(table(row(180, "Naam")), 2)
    assert ((90, 35), (150, 50)) == (word.quad[0], word.quad[2])


def test_a_number_that_the_second_reading_lacks_or_has_else_is_unsure():
    first = parse_words(table(row(90, "Begindatum"), row(300, "01/09/2025"), row(500, "24/24"), row(700, "50,00")))
    again = parse_words(table(row(90, "Begindatun"), row(300, "01/08/2025"), row(500, "24/24")))
    expected = ["Begindatum", "01/0\ufffd/2025", "24/24", "\ufffd" * 5]
    assert expected == [word.text for word in compare(first, again)]


def test_what_is_no_table_has_no_words():
    assert () == parse_words("Error opening data file")
