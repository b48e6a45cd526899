"""The 94 vectors of decisions that counsel's table expects: decision, reason and citation, to the letter."""

import csv
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli.may_call_command import command
from app.compliance.area_codes import read_area_codes
from app.compliance.decide import Lawyer
from app.compliance.rule_files import read_rule_book
from app.reports.may_call import question_of

VECTORS = Path(__file__).with_name("vectors.csv")


@cache
def lawyer() -> Lawyer:
    return Lawyer(read_rule_book(), read_area_codes())


def vectors() -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", vectors(), ids=lambda row: f"{row['id']}-{row['reason'][:40]}")
def test_a_vector_is_decided_as_expected(row: dict[str, str]) -> None:
    decision = lawyer().decide(question_of(row))
    said = ("allow" if decision.allowed else "deny", decision.reason, decision.citation)
    assert said == (row["expected"], row["engine_reason_code"], row["citation"])
    if row["zones"]:
        assert decision.zones == tuple(sorted(row["zones"].split()))


def test_there_are_94_of_them() -> None:
    assert len(vectors()) == 94


def test_the_command_answers_all_of_them_in_their_order(tmp_path: Path) -> None:
    out = tmp_path / "decisions.csv"
    done = CliRunner().invoke(command, ["--csv", str(VECTORS), "--out", str(out)])
    assert done.exit_code == 0, done.output
    with out.open(encoding="utf-8", newline="") as file:
        answers = list(csv.reader(file))
    assert answers[0] == ["id", "decision", "reason", "citation"]
    expected = [[row["id"], row["expected"], row["engine_reason_code"], row["citation"]] for row in vectors()]
    assert answers[1:] == expected
