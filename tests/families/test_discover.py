"""Families are found by their folder."""

from __future__ import annotations

from docgen.families.discover import find_families


def test_every_family_is_found_under_its_own_name_with_forms_that_are_its_own():
    families = find_families()
    assert "jobtraining" in families
    for name, family in families.items():
        forms = [*family.forms, *([family.roster_form] if family.roster_form else [])]
        assert {form.family for form in forms} == {family.name} == {name}


def test_every_family_tells_its_rules_each_once():
    for family in find_families().values():
        assert family.rules
        assert len(set(family.rules)) == len(family.rules)
