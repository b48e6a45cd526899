"""Files made to fill a memory: each is refused by its shape, with a sentence, before it is held."""

from pathlib import Path

import msgspec
import pytest

from app.reports.contact_file import MOST_COLUMNS, ContactFileError, survey
from app.reports.import_check import check_file

MIB = 1 << 20


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"Name,Phone\n" + b"," * (2 * MIB), "a line is longer than 1,048,576 characters"),
        (b"Name,Phone\n" + b'"\n",' * MIB, "a line is longer than 1,048,576 characters"),
        (b"," * (2 * MIB), "a line is longer than 1,048,576 characters"),
        (b"Phone" + b",x" * MOST_COLUMNS + b"\n", "its first line names 1,001 columns"),
        (b"Phone," + b"x" * 20_000 + b"\n", "in 20,005 characters"),
        (b'Name,Phone\n"' + b"x" * 200_000, "a quote is never closed"),
    ],
)
def test_what_no_sheet_of_contacts_is_like_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "leads.csv"
    path.write_bytes(content)
    with pytest.raises(ContactFileError, match=sentence):
        survey(path)


def test_a_sample_fits_into_one_message_however_long_its_cells_are(tmp_path: Path) -> None:
    path = tmp_path / "leads.csv"
    cells = ",".join(["\x01" * 1_000] * 1_000)
    header = ",".join(["Phone", *("x" * 10 for _ in range(999))])
    path.write_text(f"{header}\n" + f"{cells}\n" * 20)
    *_, last = check_file(path, None, "US")
    assert last.facts is not None
    assert last.facts.rows == 20
    assert len(msgspec.json.encode(last)) < 4 * MIB
    assert last.facts.sample[0][1].endswith("\u2026")


def test_a_formula_is_a_name_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "leads.csv"
    path.write_text('Name,Phone\n"=cmd|calc!A1",2125550134\n')
    *_, last = check_file(path, None, "US")
    assert last.facts is not None
    assert (last.facts.good, last.facts.sample) == (1, [["=cmd|calc!A1", "********34"]])
