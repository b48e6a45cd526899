"""Lines of national do-not-call files: both spellings, both line ends, and the first bad line by number and text."""

import random
import re

import pytest

from app.compliance.national_lines import BadLine, numbers_of

PATTERN = re.compile(rb"^\d{3},?\d{7}$")


def pairs(block: bytes) -> list[tuple[int, int]]:
    found = numbers_of(block)
    return list(zip(found.codes.tolist(), found.lines.tolist(), strict=True))


@pytest.mark.parametrize("line", [b"212,5550134\n", b"2125550134\n", b"212,5550134\r\n", b"2125550134\r\n"])
def test_every_spelling_is_the_same_number(line: bytes) -> None:
    assert pairs(line * 3) == [(212, 5550134)] * 3


def test_spellings_may_be_mixed_in_one_file() -> None:
    assert pairs(b"212,5550134\n9072345678\r\n2125550100\n305,9990000\r\n") == [
        (212, 5550134),
        (907, 2345678),
        (212, 5550100),
        (305, 9990000),
    ]


@pytest.mark.parametrize(
    "bad",
    [
        b"212-5550134",
        b"212,555013",
        b"212,55501345",
        b"",
        b" 2125550134",
        b"212,555O134",
        b"+12125550134",
        b"2125550134,A",
        b"\xff" * 10,
    ],
)
@pytest.mark.parametrize("place", [0, 1, 6])
def test_the_first_bad_line_is_named(bad: bytes, place: int) -> None:
    lines = [b"212,5550134"] * 7
    lines[place] = bad
    with pytest.raises(BadLine) as fault:
        numbers_of(b"\n".join(lines) + b"\n", first_line=101)
    assert fault.value.line == 101 + place
    assert fault.value.text == bad.decode("ascii", "backslashreplace")


def test_it_agrees_with_the_pattern_on_lines_made_at_random() -> None:
    dice = random.Random(5)
    alphabet = b"0123456789" * 30 + b",,, \r-"
    for _ in range(400):
        lines = [_line(dice, alphabet) for _ in range(dice.randint(1, 6))]
        wrong = next((at for at, line in enumerate(lines) if PATTERN.match(line.removesuffix(b"\r")) is None), None)
        block = b"\n".join(lines) + b"\n"
        if wrong is None:
            digits = [re.sub(rb"\D", b"", line) for line in lines]
            assert pairs(block) == [(int(text[:3]), int(text[3:])) for text in digits]
        else:
            with pytest.raises(BadLine) as fault:
                numbers_of(block)
            assert fault.value.line == wrong + 1


def _line(dice: random.Random, alphabet: bytes) -> bytes:
    line = bytes(dice.choice(alphabet) for _ in range(10))
    line = line[:3] + b"," * dice.randint(0, 1) + line[3:]
    return line + b"\r" * dice.randint(0, 1)
