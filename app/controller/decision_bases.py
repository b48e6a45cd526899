"""The bases of decisions, each worked out once for the thousands that share it, and the rules that they refer to."""

from app.compliance.decide import Lawyer
from app.compliance.question import CallMode, Purpose
from app.compliance.record import BasisFacts, reach_of_place, written_basis
from app.compliance.zones import TZ_VERSION
from app.engine.basis import Basis, KeptVersion
from app.engine.calling import CallingSettings

_MOST_HELD = 20_000


class DecisionBases:
    """Bases by what they depend on. One loop owns it."""

    def __init__(self) -> None:
        self._lawyer: Lawyer | None = None
        self._noted: Lawyer | None = None
        self._known: dict[tuple[CallingSettings, CallMode, int, str], dict[str, Basis]] = {}
        self._held = 0

    def of(
        self, lawyer: Lawyer, settings: CallingSettings, dial: tuple[CallMode, int], place: str, national: str
    ) -> Basis:
        """The basis of decisions about a place. `dial` is the mode and the guard in seconds, `national` a version."""
        if lawyer is not self._lawyer or self._held > _MOST_HELD:
            self._lawyer, self._held = lawyer, 0
            self._known.clear()
        places = self._known.setdefault((settings, *dial, national), {})
        found = places.get(place)
        if found is None:
            self._held += 1
            found = places[place] = _basis(lawyer, settings, dial, place, national)
        return found

    def unnoted(self, lawyer: Lawyer) -> tuple[KeptVersion, ...]:
        """The versions that decisions are about to refer to and the log may not have yet."""
        if lawyer is self._noted:
            return ()
        self._noted = lawyer
        return (
            KeptVersion(version=lawyer.book.version, kind="rules", document=lawyer.book.document),
            KeptVersion(version=lawyer.codes.version, kind="area_codes", document=lawyer.codes.document),
        )

    def forget_noted(self) -> None:
        """What was to be noted could not be written: the next decision notes it."""
        self._noted = None


def _basis(lawyer: Lawyer, settings: CallingSettings, dial: tuple[CallMode, int], place: str, national: str) -> Basis:
    reach = reach_of_place(place, lawyer.codes)
    return written_basis(
        BasisFacts(
            mode=settings.mode.value,
            purpose=Purpose(settings.purpose),
            dial=dial[0],
            guard_s=dial[1],
            place=place,
            jurisdictions=reach.jurisdictions,
            zones=reach.zones,
            emergencies=settings.emergencies,
            national=settings.national,
            national_version=national,
            consent=settings.consent,
            rules_version=lawyer.book.version,
            codes_version=lawyer.codes.version,
            tz_version=TZ_VERSION,
            emergencies_refuse=True,
        )
    )
