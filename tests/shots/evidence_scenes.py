"""The evidence section: at rest, a check under way, one that found something, and one record in full."""

from collections.abc import Callable
from datetime import timedelta
from types import MappingProxyType

from app.ui.views.evidence_pane import EvidencePane
from app.wire.evidence import BrokenItem
from tests.fakes.evidence_gateway import PARTS
from tests.shots.compliance_scenes import opened
from tests.shots.set_up import Scene


def pane_of(scene: Scene) -> EvidencePane:
    pane = opened(scene, "evidence").pane
    if not isinstance(pane, EvidencePane):
        raise TypeError("the evidence did not open")
    scene.until(lambda: len(pane.trail.deeds.rows) > 0)
    return pane


def checked(scene: Scene, parts: int, offence: BrokenItem | None = None) -> EvidencePane:
    pane = pane_of(scene)
    evidence = scene.wiring.floor.evidence
    evidence.offence = offence
    pane.make_new()
    scene.until(lambda: pane.running)
    evidence.move_on(parts)
    pane.tick()
    scene.settle()
    return pane


def trail(scene: Scene) -> None:
    pane = checked(scene, len(PARTS))
    pane.trail.table.choose("425")
    scene.settle()


def running(scene: Scene) -> None:
    checked(scene, 4)


def broken(scene: Scene) -> None:
    at = scene.wiring.floor.world.now - timedelta(days=3, hours=2)
    checked(
        scene,
        len(PARTS),
        BrokenItem(
            rule="evidence.rows",
            record="call 0198c000-00ef-7000-8000-00000000002a",
            at=at,
            sentence="it was changed after it was written",
        ),
    )


EVIDENCE_SCENES: MappingProxyType[str, Callable[[Scene], object]] = MappingProxyType(
    {"compliance-evidence": trail, "compliance-evidence-running": running, "compliance-evidence-broken": broken}
)
