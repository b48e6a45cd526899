"""The text of national do-not-call files: blocks of whole lines to arrays of numbers, every line checked.

A line is three digits, a comma or none, and seven digits. All lines of a block are looked at together: 258 million of
them one by one would take hours.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_NEWLINE = ord("\n")
_SHOWN = 60


class BadLine(ValueError):
    """A line that is no number: the file is not used at all. `line` counts from 1."""

    def __init__(self, line: int, text: bytes) -> None:
        self.line = line
        self.text = text[:_SHOWN].decode("ascii", "backslashreplace").rstrip("\r\n")
        super().__init__(f"line {line} is '{self.text}'; every line must be 212,5550134 or 2125550134")


class Numbers(NamedTuple):
    """Numbers in the order of their lines: the area code, and the seven digits that follow it."""

    codes: NDArray[np.int64]
    lines: NDArray[np.int64]


class _Shape(NamedTuple):
    """Where a line of one width has its digits, and which other bytes must stand where."""

    digits: tuple[int, ...]
    signs: tuple[tuple[int, int], ...]


def _shape(comma: bool, carriage: bool) -> _Shape:
    digits = (0, 1, 2, *range(3 + comma, 10 + comma))
    signs = [(3, ord(","))] * comma + [(10 + comma, ord("\r"))] * carriage
    return _Shape(digits, tuple(signs))


_SHAPES: dict[int, tuple[_Shape, ...]] = {
    11: (_shape(comma=False, carriage=False),),
    12: (_shape(comma=True, carriage=False), _shape(comma=False, carriage=True)),
    13: (_shape(comma=True, carriage=True),),
}


def numbers_of(block: bytes, first_line: int = 1) -> Numbers:
    """The numbers of a block of whole lines, LF or CRLF, each line ending with its newline.

    `first_line` is the number of the block's first line in its file. Raises `BadLine` for the first that is wrong.
    """
    text = np.frombuffer(block, np.uint8)
    width = block.find(b"\n") + 1
    if width and text.size % width == 0:
        rows = text.reshape(-1, width)
        for shape in _SHAPES.get(width, ()):
            if (rows[:, -1] == _NEWLINE).all() and _fits(rows, shape).all():
                return _read(rows, shape)
    return _ragged(text, first_line)


def _ragged(text: NDArray[np.uint8], first_line: int) -> Numbers:
    """Lines of several widths, or with a fault among them."""
    ends = np.flatnonzero(text == _NEWLINE)
    starts = np.concatenate(([0], ends[:-1] + 1)) if ends.size else ends
    widths = ends - starts + 1
    fits = np.zeros(ends.size, bool)
    found = Numbers(np.zeros(ends.size, np.int64), np.zeros(ends.size, np.int64))
    for width, shapes in _SHAPES.items():
        which = np.flatnonzero(widths == width)
        rows = text[starts[which, None] + np.arange(width)]
        for shape in shapes if which.size else ():
            fit = _fits(rows, shape)
            some = _read(rows[fit], shape)
            found.codes[which[fit]], found.lines[which[fit]] = some
            fits[which[fit]] = True
    if not fits.all():
        at = int(np.argmin(fits))
        raise BadLine(first_line + at, text[starts[at] : ends[at]].tobytes())
    return found


def _fits(rows: NDArray[np.uint8], shape: _Shape) -> NDArray[np.bool_]:
    fit = np.ones(len(rows), bool)
    for column, sign in shape.signs:
        fit &= rows[:, column] == sign
    for column in shape.digits:
        # Below '0' the unsigned difference is large: one comparison tells both ends.
        fit &= (rows[:, column] - np.uint8(48)) <= 9
    return fit


def _read(rows: NDArray[np.uint8], shape: _Shape) -> Numbers:
    return Numbers(_whole(rows, shape.digits[:3]), _whole(rows, shape.digits[3:]))


def _whole(rows: NDArray[np.uint8], columns: tuple[int, ...]) -> NDArray[np.int64]:
    total = np.zeros(len(rows), np.int32)
    for column in columns:
        total *= 10
        total += rows[:, column] - np.uint8(48)
    return total.astype(np.int64)
