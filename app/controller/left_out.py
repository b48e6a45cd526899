"""Which contacts a decision passed over, and why, so that the agent who waits for one and the supervisor are told."""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from app.controller.change import Change
from app.engine import events
from app.wire.dialer import LeftOutNote, NextContactAnswer

_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "DNC_INTERNAL": "The person asked not to be called",
        "WRONG_NUMBER": "The number is known to be somebody else's",
        "LITIGATOR": "The number is on the list of litigators",
        "DNC_NATIONAL": "The number is on the national do-not-call list",
        "DNC_LIST_STALE": "The national do-not-call list is missing or older than 31 days for this number",
        "NO_CONSENT": "The contact has not consented",
        "OUTSIDE_HOURS": "Calls are not lawful there at this hour",
        "DAY_BAN": "Calls are not lawful there on this day",
        "HOLIDAY": "Calls are not lawful there on this holiday",
        "STATE_OF_EMERGENCY": "A state of emergency forbids calls there",
    }
)


def with_left_out(change: Change, answer: NextContactAnswer) -> NextContactAnswer:
    """The answer, with how many contacts this decision passed over by each rule."""
    refused = [fact.refused for fact in change.facts if isinstance(fact, events.ContactRefused)]
    if not refused:
        return answer
    counted = Counter((one.code, one.rule_id) for one in refused)
    notes = [
        LeftOutNote(code=code, rule_id=rule_id, contacts=contacts, sentence=_sentence(code, rule_id))
        for (code, rule_id), contacts in counted.most_common()
    ]
    return msgspec.structs.replace(answer, left_out=notes)


def _sentence(code: str, rule_id: str) -> str:
    return _SENTENCES.get(code, f"The rule {rule_id} forbids the call")
