"""Texts that are meant for the next reader: headers, log lines, terminals and spreadsheets take them as texts."""

import csv
import io
import logging
from urllib.parse import quote

import pytest

from tests.scenarios.harness import Ask, House

FORMULA = "=cmd|' /C calc'!A1"
SPLIT = "x\r\nSet-Cookie: a=b"
RED = "\x1b[31mred\x1b[0m"


@pytest.mark.parametrize(
    "file", [SPLIT, 'a"; filename="evil.exe', "../../etc/passwd", "..\\..\\x.csv", RED, "\u202egnp.exe"]
)
def test_a_files_name_comes_back_as_a_name_and_never_as_a_header(house: House, ada: str, file: str) -> None:
    headers = {"authorization": f"Bearer {ada}"}
    sent = house.send(Ask("POST", f"/v1/imports?file={quote(file)}", headers, b"Phone\n123\n"))
    assert sent.status == 201
    name = sent.body["file"]
    assert not {"/", "\\", "\r", "\n", "\x1b", "\u202e"} & set(name)
    house.run(house.engine.stop())
    house.engine = house.open()


@pytest.mark.parametrize(
    "path", ["/v1/../v1/me", "/v1/%2e%2e/v1/me", "/v1//me", "//v1/me", "/v1/me/..", "/v1/./me", "/V1/me", "/v1/me%00"]
)
def test_a_path_leads_to_its_page_or_nowhere(house: House, ana: str, path: str) -> None:
    answer = house.send(Ask("GET", path, {"authorization": f"Bearer {ana}"}, b""))
    assert answer.status in (200, 404)
    assert house.send(Ask("GET", path, {}, b"")).status in (401, 404)


@pytest.mark.parametrize(
    "name", ["..%2f..%2fdialfloor.db", "%2e%2e/dialfloor.db", "..\\dialfloor.db", "x%00.db", "/etc/passwd"]
)
def test_no_copy_is_fetched_from_outside_its_folder(house: House, ada: str, name: str) -> None:
    for method, end in (("GET", "file"), ("POST", "check")):
        answer = house.send(Ask(method, f"/v1/backups/{name}/{end}", {"authorization": f"Bearer {ada}"}, b""))
        assert answer.status in (400, 404), answer


def test_what_strangers_send_is_one_line_of_the_log_at_most(house: House, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        for text in (SPLIT, RED, "a\nERROR forged"):
            value = text.encode().decode("latin-1").replace("\r", " ").replace("\n", " ")
            house.send(Ask("GET", f"/v1/{quote(text)}", {"authorization": f"Bearer {value}", "user-agent": value}, b""))
            house.send(Ask("POST", "/functions/v1/power-dialer-controller", {"idempotency-key": value}, text.encode()))
    assert not [record for record in caplog.records if {"\n", "\r", "\x1b"} & set(record.getMessage())]


@pytest.mark.parametrize("lead", ["=", "+", "-", "@"])
def test_a_formula_in_a_reason_is_text_in_the_file_of_lists(house: House, ada: str, lead: str) -> None:
    body = {"phone": "+12125550134", "reason": f"{lead}1+1|cmd"}
    assert house.operate(ada, "POST", "/do-not-call", **body).status == 200
    rows = list(csv.reader(io.StringIO(house.operate(ada, "GET", "/do-not-call/file").raw.decode("utf-8-sig"))))
    cells = [cell for row in rows[1:] for cell in row]
    assert f"'{lead}1+1|cmd" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "@", "-", "+1+1"))]


def test_a_body_past_its_page_is_413_and_nothing_is_kept(house: House, ada: str) -> None:
    headers = {"authorization": f"Bearer {ada}", "content-type": "application/json"}
    for path, size in (("/v1/users", 1_000_001), ("/v1/limits/changes", 1_000_001)):
        answer = house.send(Ask("POST", path, headers, b" " * size))
        assert (answer.status, answer.code) == (413, "invalid_request")
