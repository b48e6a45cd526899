"""Files as people save them, and files that are none."""

import codecs
from pathlib import Path

import pytest

from app.reports.contact_file import ContactFileError, look_through, read_rows


def written(folder: Path, content: bytes, name: str = "leads.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def names_in(path: Path) -> list[tuple[int, str, str]]:
    return [(row.line, row.first_name, row.phone) for row in read_rows(look_through(path, {}))]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
    ],
)
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_encodings_delimiters_and_line_ends_read_alike(
    tmp_path: Path, encoding: str, mark: bytes, sign: str, ending: str
) -> None:
    text = f"First Name{sign}Phone{ending}Zoë{sign}2125550134{ending}"
    assert names_in(written(tmp_path, mark + text.encode(encoding))) == [(2, "Zoë", "2125550134")]


def test_windows_1252_is_read_and_said_aloud(tmp_path: Path) -> None:
    path = written(tmp_path, "Name,Phone\nZoë,2125550134\n".encode("cp1252"))
    assert names_in(path) == [(2, "Zoë", "2125550134")]
    assert "Windows-1252" in look_through(path, {}).notes[0]


def test_a_row_is_named_by_the_physical_line_it_starts_on(tmp_path: Path) -> None:
    path = written(tmp_path, b'Name,Phone\n"Ann\nof\nAustin",1\n\nBob,2\n')
    assert names_in(path) == [(2, "Ann\nof\nAustin", "1"), (6, "Bob", "2")]


def test_a_delimiter_inside_quotes_is_no_delimiter(tmp_path: Path) -> None:
    assert names_in(written(tmp_path, b'"Name;a;b;c",Phone\nAnn,1\n'))[0][2] == "1"


def test_a_row_with_more_cells_than_the_header_is_faulty_and_a_short_one_is_filled(tmp_path: Path) -> None:
    path = written(tmp_path, b"Phone,City\n1,Austin,Texas\n2\n3,Rome,\n")
    rows = list(read_rows(look_through(path, {})))
    assert [row.fault for row in rows] == ["the row has 3 cells and the header 2", None, None]
    assert rows[1].fields == {"City": ""}


def test_a_file_of_rejected_rows_may_be_mended_and_imported(tmp_path: Path) -> None:
    path = written(tmp_path, b"line,reason,Name,Phone\n7,bad,Ann,2125550134\n")
    file = look_through(path, {})
    assert file.header == ("Name", "Phone")
    assert [(row.first_name, row.fields) for row in read_rows(file)] == [("Ann", {})]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty; its first line must name the columns"),
        (b"\n\n  \n", "is empty"),
        (b"PK\x03\x04rest of a workbook", "is a spreadsheet, not CSV"),
        (b"\x7fELF\0\0\0", "is not text"),
        (b"Name,City\nAnn,Rome\n", "no phone column among 'Name', 'City'"),
        (b'Phone,Note\n1,"never closed' + b"x" * 140_000, "line 2: a cell is longer than 131,072 characters"),
        (codecs.BOM_UTF8 + b"Phone\n\xff\n", "neither UTF-8, UTF-16 nor Windows-1252"),
        (b"Phone\n\x81\x8d\n", "neither UTF-8"),
    ],
)
def test_what_cannot_be_imported_is_refused_in_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(ContactFileError) as refused:
        look_through(written(tmp_path, content), {})
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(ContactFileError, match="There is no file"):
        look_through(tmp_path / "none.csv", {})
    with pytest.raises(ContactFileError, match="is a folder"):
        look_through(tmp_path, {})
