"""Headers as people write them, and the mapping that wins over them."""

import pytest

from app.reports.contact_columns import ColumnError, map_columns


@pytest.mark.parametrize(
    "header",
    [
        ["first_name", "last_name", "phone", "email"],
        ["First Name", "LAST NAME", "Phone Number", "E-mail"],
        ["FirstName", "Surname", "Mobile", "Email Address"],
        ["given-name", "last", "Cell", "MAIL"],
    ],
)
def test_the_usual_headers_are_found_whatever_their_spelling(header: list[str]) -> None:
    columns = map_columns(header, {})
    assert (columns.first_name, columns.last_name, columns.phone, columns.email) == (0, 1, 2, 3)
    assert columns.others == ()


def test_a_phone_column_is_preferred_to_a_mobile_one_which_is_kept_beside_it() -> None:
    columns = map_columns(["Mobile", "Phone", "City"], {})
    assert columns.phone == 1
    assert columns.others == ((0, "Mobile"), (2, "City"))


def test_a_mapping_wins_over_a_spelling() -> None:
    columns = map_columns(["Phone", "Rufnummer"], {"phone": "Rufnummer"})
    assert columns.phone == 1
    assert columns.others == ((0, "Phone"),)


def test_a_column_given_to_one_name_is_not_found_under_another() -> None:
    columns = map_columns(["Name", "Phone"], {"last_name": "Name"})
    assert (columns.first_name, columns.last_name) == (None, 0)


def test_empty_and_repeated_headers_are_told_by_their_place() -> None:
    columns = map_columns(["phone", "", "Note", "Note"], {})
    assert [name for _, name in columns.others] == ["column 2", "Note", "Note (4)"]


def test_without_a_phone_column_the_sentence_shows_what_is_there_and_what_to_write() -> None:
    with pytest.raises(ColumnError, match=r"no phone column among 'Ort', 'Rufnummer'.*--map phone=COLUMN"):
        map_columns(["Ort", "Rufnummer"], {})


def test_a_mapping_to_no_column_names_those_there_are() -> None:
    with pytest.raises(ColumnError, match="--map phone=Handy: there is no such column; the file has 'Ort'"):
        map_columns(["Ort"], {"phone": "Handy"})
