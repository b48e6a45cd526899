"""Every section of the compliance view, as it is photographed."""

from collections.abc import Callable
from types import MappingProxyType

from tests.shots.abandonment_scenes import ABANDONMENT_SCENES
from tests.shots.callable_scenes import CALLABLE_SCENES
from tests.shots.compliance_scenes import COMPLIANCE_SCENES
from tests.shots.evidence_scenes import EVIDENCE_SCENES
from tests.shots.export_scenes import EXPORT_SCENES
from tests.shots.lists_scenes import LISTS_SCENES
from tests.shots.rules_scenes import RULES_SCENES
from tests.shots.set_up import Scene

OF_COMPLIANCE: MappingProxyType[str, Callable[[Scene], object]] = MappingProxyType(
    {
        **COMPLIANCE_SCENES,
        **CALLABLE_SCENES,
        **RULES_SCENES,
        **LISTS_SCENES,
        **ABANDONMENT_SCENES,
        **EVIDENCE_SCENES,
        **EXPORT_SCENES,
    }
)
