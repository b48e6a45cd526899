"""Contact imports on the fake floor: a small CSV is really read, and moves on a step each time it is asked about."""

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.wire.imports import CheckImport, ColumnPlaces, ImportFacts, ImportState, RejectedLine, StartImport
from app.wire.operator import CampaignItem
from tests.fakes.limits_gateway import no

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway

GUESSES = {"first name": "first_name", "last name": "last_name", "phone": "phone", "email": "email"}


@dataclass
class FakeImports:
    """`gateway.imports` over a `FloorGateway`'s world; `held` keeps a state where it is."""

    floor: "FloorGateway"
    states: dict[str, ImportState] = field(default_factory=dict)
    rows: dict[str, list[list[str]]] = field(default_factory=dict)
    started: list[StartImport] = field(default_factory=list)
    step: int = 4_000
    held: bool = False
    scale: int = 1

    def send(self, file: Path) -> ImportState:
        self.floor.ask_for(f"send {file.name}")
        text = file.read_text(encoding="utf-8")
        rows = list(csv.reader(text.splitlines()))
        id_ = f"i{len(self.states) + 1}"
        self.rows[id_] = rows
        places = {GUESSES[title.lower()]: at for at, title in enumerate(rows[0]) if title.lower() in GUESSES}
        state = ImportState(
            id=id_,
            file=file.name,
            state="checking",
            campaign=None,
            rows_done=0,
            rows_total=(len(rows) - 1) * self.scale,
            facts=self._facts(rows, ColumnPlaces(**places), "US"),
            added=0,
            known=0,
            rejected=0,
            rejected_lines=[],
            error=None,
        )
        self.states[id_] = state
        return state

    def _facts(self, rows: list[list[str]], places: ColumnPlaces, region: str) -> ImportFacts:
        phone = places.phone
        bad = [
            RejectedLine(line=at, field="phone", reason=f"'{row[phone]}' cannot be a phone number")
            for at, row in enumerate(rows[1:], start=2)
            if phone is not None and sum(letter.isdigit() for letter in row[phone]) < 10
        ]
        count = (len(rows) - 1) * self.scale
        return ImportFacts(
            encoding="utf-8",
            delimiter=",",
            header=rows[0],
            places=places,
            region=region,
            rows=count,
            good=0 if phone is None else count - len(bad),
            bad=0 if phone is None else len(bad),
            repeated=0,
            notes=[],
            sample=rows[1:21],
            rejected=bad,
        )

    def _put(self, before: ImportState, **changes: object) -> ImportState:
        made = msgspec.structs.replace(before, **changes)
        self.states[made.id] = made
        return made

    def state(self, import_id: str) -> ImportState:
        self.floor.ask_for("import_state")
        state = self.states[import_id]
        if state.state == "checking":
            return self._put(state, state="ready")
        if state.state == "importing" and not (self.held and state.rows_done):
            return self._import(state)
        return state

    def _import(self, state: ImportState) -> ImportState:
        facts, total = state.facts, state.rows_total or 0
        done = min(total, state.rows_done + self.step)
        bad = facts.rejected if facts is not None and done == total else []
        state = self._put(state, rows_done=done, added=done - len(bad), rejected=len(bad), rejected_lines=bad)
        if done == total:
            name = state.campaign or "No campaign"
            self.floor.admin.lists["imported"] = CampaignItem(
                id="imported", name=name, contacts=state.added, waiting=state.added
            )
            state = self._put(state, state="done")
        return state

    def check(self, import_id: str, wanted: CheckImport) -> ImportState:
        self.floor.ask_for("check_import")
        facts = self._facts(self.rows[import_id], wanted.places, wanted.region)
        return self._put(self.states[import_id], state="checking", facts=facts)

    def start(self, import_id: str, wanted: StartImport) -> ImportState:
        self.floor.ask_for("start_import")
        if wanted.places.phone is None:
            raise no(400, "invalid_request", "Say which column holds the phone number", "places.phone")
        self.started.append(wanted)
        return self._put(self.states[import_id], state="importing", campaign=wanted.campaign, rows_done=0)

    def cancel(self, import_id: str) -> ImportState:
        self.floor.ask_for("cancel_import")
        state = self.states[import_id]
        return state if state.state == "done" else self._put(state, state="cancelled")

    def save_rejected(self, import_id: str, target: Path) -> None:
        self.floor.ask_for("save_rejected")
        lines = [f"{one.line},{one.reason}" for one in self.states[import_id].rejected_lines]
        target.write_text("\n".join(["line,reason", *lines]) + "\n", encoding="utf-8")
