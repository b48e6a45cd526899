"""The window's questions about exports against a real server: the right route, the right body."""

from collections.abc import Callable
from contextlib import closing

import msgspec
import pytest

from app.client.errors import GatewayRefused
from app.client.gateway import Gateway
from app.wire.exports import ExportSchedule, SaveExportPreset, StartExport
from tests.fakes.loopback_engine import LoopbackEngine, reply
from tests.fakes.wire_answers import refusal

Question = Callable[[Gateway], object]
NIGHTS = ExportSchedule(at="02:30", zone="UTC", folder="/srv", keep=7)
WANTED = StartExport(kind="calls", range="last-month", fields=["notes"])
BODY: dict[str, object] = {
    "kind": "calls",
    "from": None,
    "to": None,
    "range": "last-month",
    "campaignId": None,
    "fields": ["notes"],
}
SAVED = SaveExportPreset(name="Months", what=WANTED)
ROUTES: list[tuple[Question, str, str, object]] = [
    (lambda g: g.exports.page(), "GET", "/v1/exports", None),
    (lambda g: g.exports.start(WANTED), "POST", "/v1/exports", BODY),
    (lambda g: g.exports.preview(WANTED), "POST", "/v1/exports/preview", BODY),
    (lambda g: g.exports.state("e"), "GET", "/v1/exports/e", None),
    (lambda g: g.exports.remove("e/1"), "DELETE", "/v1/exports/e%2F1", None),
    (lambda g: g.exports.verify("e"), "POST", "/v1/exports/e/verify", None),
    (lambda g: g.exports.save_preset(None, SAVED), "POST", "/v1/export-presets", {"name": "Months", "what": BODY}),
    (lambda g: g.exports.save_preset("p", SAVED), "PUT", "/v1/export-presets/p", {"name": "Months", "what": BODY}),
    (lambda g: g.exports.remove_preset("p"), "DELETE", "/v1/export-presets/p", None),
    (
        lambda g: g.exports.schedule("p", NIGHTS),
        "PUT",
        "/v1/export-presets/p/schedule",
        {"at": "02:30", "zone": "UTC", "folder": "/srv", "keep": 7},
    ),
    (lambda g: g.exports.schedule("p", None), "DELETE", "/v1/export-presets/p/schedule", None),
]


@pytest.mark.parametrize(("question", "method", "path", "body"), ROUTES)
def test_each_question_goes_to_its_route(question: Question, method: str, path: str, body: object) -> None:
    with (
        LoopbackEngine(lambda _: reply(403, refusal("forbidden"))) as engine,
        closing(Gateway(engine.url, "tok", "ten")) as gateway,
        pytest.raises(GatewayRefused),
    ):
        question(gateway)
    [asked] = engine.asked
    assert (asked.method, asked.path) == (method, path)
    assert (msgspec.json.decode(asked.body) if asked.body else None) == body
