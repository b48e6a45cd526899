"""Contacts for a demonstration: plausible, distinct, reproducible, and ringing nobody."""

import csv
import re
from collections import deque
from itertools import islice
from pathlib import Path

import phonenumbers
import pytest

from app.simulator.contacts import COLUMNS, contact_rows, numbers_of, write_contacts
from app.simulator.crew import campaign_names
from app.simulator.resource_lists import read_cities, read_lines


def test_the_first_eighteen_thousand_numbers_are_those_set_aside_for_fiction() -> None:
    numbers = [phone for _, phone in islice(numbers_of(read_cities()), 18_100)]
    assert len(set(numbers)) == 18_100
    assert all(re.fullmatch(r"\+1[2-9]\d\d55501\d\d", phone) for phone in numbers)


def test_later_numbers_stay_in_the_exchange_that_nobody_has() -> None:
    numbers = [phone for _, phone in islice(numbers_of(read_cities()), 200_000)]
    assert len(set(numbers)) == 200_000
    assert {phone[5:8] for phone in numbers} == {"555"}
    assert not {"1212", "4334"} & {phone[8:] for phone in numbers}


def test_every_area_code_is_one() -> None:
    for city in read_cities():
        assert phonenumbers.is_valid_number(phonenumbers.parse(f"+1{city.area_code}5550123")), city
    assert len({city.area_code for city in read_cities()}) == len(read_cities())


def test_rows_are_distinct_and_the_same_for_a_seed() -> None:
    rows = list(contact_rows(5_000, 4))
    assert rows == list(contact_rows(5_000, 4))
    assert rows != list(contact_rows(5_000, 5))
    assert len({row[2] for row in rows}) == len({row[3] for row in rows}) == 5_000
    assert all(row[3].endswith("@example.com") and row[3].isascii() for row in rows)
    assert {row[5] for row in rows} == set(read_lines("notes.txt"))


def test_campaigns_can_be_given_rows_that_share_no_number() -> None:
    assert [*contact_rows(300, 4), *contact_rows(200, 4, after=300)] == list(contact_rows(500, 4))


def test_neighbours_in_a_list_do_not_end_in_the_same_digits() -> None:
    assert len({row[2][-4:] for row in contact_rows(100, 4)}) == 100


def test_the_file_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    write_contacts(path, 50, 4)
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert tuple(header) == COLUMNS
    assert [tuple(row) for row in rows] == list(contact_rows(50, 4))


def test_no_more_contacts_than_numbers() -> None:
    with pytest.raises(ValueError, match="ring nobody"):
        deque(contact_rows(100, 1, cities=()), maxlen=0)


def test_campaigns_have_different_names_however_many() -> None:
    assert len(set(campaign_names(100))) == 100
    assert campaign_names(100)[:3] == campaign_names(3)
