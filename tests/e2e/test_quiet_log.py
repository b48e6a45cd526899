"""A floor's story with every kind of trouble, all of the log written down: nobody is in it, and no door is."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from db.open import connect
from tests.e2e.serving import PATH, Serving, dial, make_token, run_cli, started

LEADS = """First Name,Last Name,Phone,Email
Zebulon,Quartermaine,+12125550100,zebulon.q@example.com
Philippa,Vandersnoot,(212) 555-0101,philippa@vandersnoot.example
Ignatius,Oglethorpe,not a number 21255501zz,ignatius@example.org
Wilhelmina,Featherstone,+44 20 7183 8750,"half a line
"""
PEOPLE = ("zebulon", "quartermaine", "philippa", "vandersnoot", "ignatius", "oglethorpe", "wilhelmina", "featherstone")
NUMBERS = ("2125550", "5550100", "5550101", "555-01", "71838750", "7183 8750")
FIELDS = {"time", "level", "logger", "message", "request", "error", "trace"}


class Story:
    """The engine, its people's tokens, and all that must not be said of them."""

    def __init__(self, root: Path, style: str, file: Path) -> None:
        self.data = root / "floor"
        self.leads = root / "leads.csv"
        self.leads.write_text(LEADS, encoding="utf-8")
        self.admin, self.ana = make_token(self.data, "ada", "admin"), make_token(self.data, "ana")
        self.options = ("--log-level", "debug", "--log-format", style, "--log-file", str(file))
        self.secrets = [self.admin, self.ana]
        self.said: list[str] = []

    def hear_cli(self, *words: str) -> None:
        """A command's own log and complaints."""
        self.said.append(run_cli(*words).stderr)

    def misplace_tokens(self, engine: Serving, admin: httpx.Client) -> None:
        """Tokens where none belongs: paths, queries, bodies, names, other headers, half of one."""
        made = admin.post("/v1/tokens", json={"user": "bob", "role": "dialer"}).json()["token"]
        self.secrets.append(made)
        for ask in (f"/v1/tokens/{made}", f"/v1/calls?number={made}", f"/v1/sessions?q={made}", f"/{made}"):
            admin.get(ask)
        for body in ({"name": made, "role": "dialer"}, {"name": "x", "role": made}, {made: made}):
            admin.post("/v1/users", json=body)
        with httpx.Client(base_url=engine.url, trust_env=False, timeout=20) as stranger:
            stranger.get("/v1/me", headers={"authorization": f"Basic {made}", "cookie": f"t={made}"})
            stranger.post(PATH, content=b"[" * 70_000, headers={"authorization": f"Bearer {made}x"})
            stranger.get("/v1/feed", headers={"authorization": f"Bearer {made}", "upgrade": "websocket"})

    def call_people(self, admin: httpx.Client, dialer: httpx.Client) -> None:
        """Calls, a list, an erasure and a look at a whole number, each with the number in the open."""
        session = started(dialer)
        answer = dial(dialer, "next-contact", sessionId=session).json()
        dial(dialer, "disposition", sessionId=session, contactId=answer["contact"]["id"], disposition="Zebulon!")
        dial(dialer, "disposition", sessionId="+12125550100", contactId="Zebulon", disposition="callback")
        admin.post("/v1/reveals", json={"kind": "call", "id": answer["callId"], "reason": "Zebulon asked"})
        admin.post("/v1/do-not-call", json={"phone": "+12125550101", "reason": "philippa@vandersnoot.example wrote"})
        admin.post("/v1/imports?file=Quartermaine.csv", content=LEADS.encode())
        admin.post("/v1/erasures", json={"phoneNumber": "+12125550101", "reason": "asked by letter"})
        for name in ("flush-refusals", "checkpoint", "close-lost-calls"):
            admin.post(f"/v1/jobs/{name}/run")

    def break_the_floor(self, admin: httpx.Client, dialer: httpx.Client) -> list[httpx.Response]:
        """A table is gone, and a row is nonsense: the engine cannot write, and then makes mistakes with a traceback."""
        with closing(connect(self.data / "dialfloor.db")) as other:
            other.execute("UPDATE contacts SET fields = 'Zebulon +12125550100'")
            other.execute("UPDATE audit_records SET \"after\" = 'Philippa (212) 555-0101'")
            other.execute("ALTER TABLE api_rate_limits RENAME TO gone")
        answers = [dial(dialer, "status")]
        with closing(connect(self.data / "dialfloor.db")) as other, contextlib.suppress(sqlite3.Error):
            other.execute("ALTER TABLE gone RENAME TO api_rate_limits")
        return [*answers, admin.get("/v1/audit"), admin.get("/v1/calls")]


def lines_of(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line.strip())


@pytest.mark.parametrize("style", ["json", "logfmt"])
def test_no_log_says_a_number_a_token_a_name_or_an_address(tmp_path: Path, style: str) -> None:
    file = tmp_path / "engine.log"
    story = Story(tmp_path, style, file)
    story.hear_cli("contacts", "import", str(story.leads), "--data", str(story.data), "--tenant", "Acme")
    with Serving(story.data, *story.options) as engine:
        with engine.client(story.admin) as admin, engine.client(story.ana) as dialer:
            story.call_people(admin, dialer)
            story.misplace_tokens(engine, admin)
            broken = story.break_the_floor(admin, dialer)
            assert broken[0].status_code == 503
            assert 500 in {answer.status_code for answer in broken[1:]}, [answer.text for answer in broken]
        engine.stop()
        story.said.append(engine.said())
    log = file.read_text(encoding="utf-8")
    everything = "\n".join([log, *story.said]).lower()
    doors = [part.lower() for token in story.secrets for part in token.split("_", 2)[1:] if len(part) > 6]
    assert [word for word in (*PEOPLE, *NUMBERS, *doors, "@example", "vandersnoot.example") if word in everything] == []
    mistakes = [line for line in lines_of(log) if "trace" in line]
    requests = {answer.headers.get("x-request-id") for answer in broken if answer.status_code == 500}
    assert requests, "a mistake's answer names the record that tells of it"
    assert all(any(str(request) in line for line in mistakes) for request in requests)
    if style == "json":
        records = [json.loads(line) for line in lines_of(log)]
        assert {name for record in records for name in record} <= FIELDS
        assert {"debug", "info", "error"} <= {record["level"] for record in records}
