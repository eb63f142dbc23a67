"""A fault in one item of a batch is told and passed by; a person who interrupts is obeyed."""

import pytest

from docgen.actions.batch import try_item


def fail(error: BaseException):
    raise error


def test_an_item_that_works_gives_its_result():
    assert try_item(lambda: 1, lambda _: 0) == 1


def test_a_fault_becomes_what_the_batch_makes_of_it():
    assert try_item(lambda: fail(ZeroDivisionError()), lambda error: type(error).__name__) == "ZeroDivisionError"


def test_an_interrupt_stops_the_batch():
    with pytest.raises(KeyboardInterrupt):
        try_item(lambda: fail(KeyboardInterrupt()), lambda _: 0)
