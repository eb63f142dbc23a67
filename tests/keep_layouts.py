"""Keep how every form lies on its pages now: ``make layouts`` writes what is new, and never changes what was kept.

A form whose page has changed takes a higher version (`Form.version`) first: prints of the old one stay readable.
"""

from __future__ import annotations

from docgen.families.discover import find_families
from docgen.formats.pdf.print_layout import keep_layout

if __name__ == "__main__":
    for family in find_families().values():
        for form in family.forms:
            for variant in () if form.is_list else form.variants:
                print(keep_layout(variant))  # noqa: T201 - a script's progress
