"""The Abandonment section: a campaign at each stage, the one with cut batches chosen, and its split."""

from collections.abc import Callable
from types import MappingProxyType

from app.ui.views.abandonment_pane import AbandonmentPane
from tests.shots.compliance_scenes import opened
from tests.shots.set_up import Scene


def pane_of(scene: Scene) -> AbandonmentPane:
    """The section with its answer."""
    pane = opened(scene, "abandonment").pane
    if not isinstance(pane, AbandonmentPane):
        raise TypeError("the section did not open")
    return pane


def abandonment(scene: Scene) -> None:
    pane = pane_of(scene)
    pane.table.choose("c-1")
    scene.settle()


def split(scene: Scene) -> None:
    pane = pane_of(scene)
    pane.table.choose("c-1")
    scene.settle()
    pane.make_new()
    scene.settle()


ABANDONMENT_SCENES: MappingProxyType[str, Callable[[Scene], object]] = MappingProxyType(
    {"compliance-abandonment": abandonment, "compliance-split": split}
)
