"""What the program logs holds no number, not even where an exception has one in its words."""

import logging
import sys

from app.cli.veiled_log import VeiledFormatter


def logged(message: str, *values: object) -> str:
    try:
        sentence = "UNIQUE constraint failed: contacts '+12125550134' (212) 555-0135"
        raise ValueError(sentence)
    except ValueError:
        record = logging.LogRecord("dialfloor.test", logging.ERROR, "x.py", 1, message, values, sys.exc_info())
    return VeiledFormatter("%(levelname)s %(message)s").format(record)


def test_a_message_and_its_traceback_are_veiled() -> None:
    text = logged("a batch for %s could not be written", "+442079460018")
    assert "ERROR a batch for +**********18 could not be written" in text
    assert "Traceback" in text
    assert "ValueError: UNIQUE constraint failed: contacts '+*********34' (***) ***-**35" in text
