"""The compliance view: each section. A section's own scenes are in a file of its own and are merged here."""

from collections.abc import Callable
from types import MappingProxyType

from app.ui.views.compliance_page import CompliancePage
from tests.shots.set_up import Scene


def opened(scene: Scene, section: str) -> CompliancePage:
    """The floor, then the compliance view with a section that has its answer."""
    scene.open()
    page = scene.window.views.go("compliance")
    if not isinstance(page, CompliancePage):
        raise TypeError("the compliance view did not open")
    page.show_section(section)
    scene.settle()
    return page


def calling(scene: Scene) -> None:
    opened(scene, "calling")


COMPLIANCE_SCENES: MappingProxyType[str, Callable[[Scene], object]] = MappingProxyType({"compliance-calling": calling})
