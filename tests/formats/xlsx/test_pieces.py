from docgen.formats.xlsx.pieces import cut_sheet

XML = (
    '<worksheet><dimension ref="A1"/><sheetData><row r="1" ht="8"/><row r="2" ht="20.5">'
    '<c r="A2" s="1" t="inlineStr"><is><t>é &lt;c&gt;\n</t></is></c><c r="B2" s="2"/></row></sheetData>'
    "<headerFooter><oddFooter>&amp;L a</oddFooter></headerFooter></worksheet>"
).encode()


def test_a_sheet_is_cut_at_its_rows_cells_footer_and_reach():
    assert {"1", "2", "A2", "B2", "oddFooter", "dimension"} == set(cut_sheet(XML).places)
    assert ('<row r="2" ht="20.5">', '<c r="B2" s="2"/>') == (cut_sheet(XML)["2"], cut_sheet(XML)["B2"])


def test_pieces_without_a_change_give_the_same_sheet():
    assert XML == cut_sheet(XML).put_together({})


def test_only_what_is_changed_changes():
    changed = cut_sheet(XML).put_together({"A2": "<c/>", "1": "<row/>"})
    expected = XML.decode().replace('<row r="1" ht="8"/>', "<row/>")
    start, end = expected.index('<c r="A2"'), expected.index('<c r="B2"')
    assert (expected[:start] + "<c/>" + expected[end:]).encode() == changed
