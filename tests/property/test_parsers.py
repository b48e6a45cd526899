"""Parsers that meet input of strangers: taken or refused by name, for what a fuzzer would try in its first second.

`python -m tests.proof.fuzz` tries the same for as long as it is told to.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.hostile_parsers import PARSERS, Parser

HOSTILE = (
    b"\0",
    b'"',
    b"\xff",
    b"\r",
    b"\n",
    b",",
    b"=cmd|' /C calc'!A1",
    b"\xed\xa0\x80",
    b"9" * 30,
    b"[" * 2_000,
    b"\x1b[31m",
)


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.name)
def test_what_a_parser_was_once_told_it_takes_or_refuses_by_name(parser: Parser) -> None:
    for seed in parser.seeds:
        parser.parse(seed)
        parser.parse(seed[: len(seed) // 2])


@st.composite
def bent(draw: st.DrawFn, parser: Parser) -> bytes:
    """A seed with a part of it cut out and something hostile in its place, or anything at all."""
    seed = draw(st.sampled_from([seed for seed in parser.seeds if len(seed) < 100_000]))
    start = draw(st.integers(0, len(seed)))
    end = draw(st.integers(start, min(len(seed), start + 40)))
    return seed[:start] + draw(st.sampled_from(HOSTILE) | st.binary(max_size=40)) + seed[end:]


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.name)
@settings(max_examples=40, deadline=None, database=None, derandomize=True)
@given(draws=st.data())
def test_a_parser_takes_or_refuses_whatever_it_is_sent(parser: Parser, draws: st.DataObject) -> None:
    parser.parse(draws.draw(bent(parser)))
