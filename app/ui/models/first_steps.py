"""The newcomer's five steps: which are done, which is next, and the requests that a dialer makes. No widget."""

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

StepId = Literal["tenant", "token", "contacts", "dialer", "call"]
Tool = Literal["curl", "supabase-js"]
STEPS: tuple[StepId, ...] = ("tenant", "token", "contacts", "dialer", "call")
NO_URL, NO_TOKEN, NO_SESSION = "http://127.0.0.1:8787", "TOKEN", "SESSION"
PATH = "/functions/v1/power-dialer-controller"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What has happened. A later step that happened proves the ones it cannot do without."""

    tenant: bool = False
    token: bool = False
    contacts: bool = False
    dialer: bool = False
    call: bool = False

    def done(self, step: StepId) -> bool:
        """Whether a step has happened."""
        return {
            "tenant": self.tenant,
            "token": self.token or self.dialer or self.call,
            "contacts": self.contacts or self.call,
            "dialer": self.dialer or self.call,
            "call": self.call,
        }[step]

    @property
    def next(self) -> StepId | None:
        """The first step that has not happened; None once the first call was seen."""
        return next((step for step in STEPS if not self.done(step)), None)


def import_command(folder: Path | None, tenant: str) -> str:
    """The command that puts a CSV's contacts into the tenant's queue, for a shell on the engine's machine."""
    data = shlex.quote(str(folder)) if folder is not None else "FOLDER"
    return f"dialfloor contacts import contacts.csv --data {data} --tenant {shlex.quote(tenant or 'TENANT')}"


def start_request(tool: Tool, url: str, token: str) -> str:
    """What starts a dialer's session: for a shell, or for a program with an unmodified supabase-js."""
    if tool == "curl":
        return _curl(url, token, '{"action": "start", "mode": "power"}')
    return (
        'import { createClient } from "@supabase/supabase-js";\n'
        f'const supabase = createClient("{url or NO_URL}", "{token or NO_TOKEN}");\n'
        'const { data } = await supabase.functions.invoke("power-dialer-controller",\n'
        '  { body: { action: "start", mode: "power" } });'
    )


def next_request(tool: Tool, url: str, token: str, session: str) -> str:
    """What asks for the first contact in a session: the answer is a call, or a refusal that says until when."""
    if tool == "curl":
        return _curl(url, token, f'{{"action": "next-contact", "sessionId": "{session or NO_SESSION}"}}')
    return (
        'const call = await supabase.functions.invoke("power-dialer-controller",\n'
        '  { body: { action: "next-contact", sessionId: data.session.id } });'
    )


def _curl(url: str, token: str, body: str) -> str:
    return (
        f"curl -s {url or NO_URL}{PATH} \\\n"
        f"  -H 'Authorization: Bearer {token or NO_TOKEN}' \\\n"
        "  -H 'Content-Type: application/json' \\\n"
        f"  -d '{body}'"
    )
