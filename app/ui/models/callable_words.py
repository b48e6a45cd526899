"""Where calls may go, in words: states and zones, how each stands, until when. No widget, no clock."""

import re
from datetime import timedelta
from types import MappingProxyType
from typing import Literal
from zoneinfo import ZoneInfo

from app.ui.models.moment import Instant
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import Tone
from app.wire.callable import CallableState, CallableZone, DecidingRule

Standing = Literal["open", "closes", "opens", "closed", "banned"]
SOON = timedelta(hours=1)
"""An opening or closing within this is soon."""

WORDS: MappingProxyType[Standing, str] = MappingProxyType(
    {
        "open": marked("Open"),
        "closes": marked("Closes soon"),
        "opens": marked("Opens soon"),
        "closed": marked("Closed"),
        "banned": marked("Banned today"),
    }
)
SHORT_WORDS: MappingProxyType[Standing, str] = MappingProxyType(
    {
        "open": marked("Open"),
        "closes": marked("Closes"),
        "opens": marked("Opens"),
        "closed": marked("Closed"),
        "banned": marked("Banned"),
    }
)
ICONS: MappingProxyType[Standing, str] = MappingProxyType(
    {
        "open": "phone-check",
        "closes": "timer-sand",
        "opens": "clock-outline",
        "closed": "weather-night",
        "banned": "cancel",
    }
)
TONES: MappingProxyType[Standing, Tone] = MappingProxyType(
    {"open": "ok", "closes": "warn", "opens": "accent", "closed": "muted", "banned": "danger"}
)
TINTS: MappingProxyType[Standing, str] = MappingProxyType(
    {"open": "ok_tint", "closes": "warn_tint", "opens": "accent_tint", "closed": "raised", "banned": "danger_tint"}
)
_NAMES = (
    "AK Alaska;AL Alabama;AR Arkansas;AS American Samoa;AZ Arizona;CA California;CO Colorado;CT Connecticut;"
    "DC District of Columbia;DE Delaware;FL Florida;GA Georgia;GU Guam;HI Hawaii;IA Iowa;ID Idaho;IL Illinois;"
    "IN Indiana;KS Kansas;KY Kentucky;LA Louisiana;MA Massachusetts;MD Maryland;ME Maine;MI Michigan;"
    "MN Minnesota;MO Missouri;MP Northern Mariana Islands;MS Mississippi;MT Montana;NC North Carolina;"
    "ND North Dakota;NE Nebraska;NH New Hampshire;NJ New Jersey;NM New Mexico;NV Nevada;NY New York;OH Ohio;"
    "OK Oklahoma;OR Oregon;PA Pennsylvania;PR Puerto Rico;RI Rhode Island;SC South Carolina;SD South Dakota;"
    "TN Tennessee;TX Texas;UT Utah;VA Virginia;VI U.S. Virgin Islands;VT Vermont;WA Washington;WI Wisconsin;"
    "WV West Virginia;WY Wyoming"
)
STATE_NAMES: MappingProxyType[str, str] = MappingProxyType({pair[:2]: pair[3:] for pair in _NAMES.split(";")})
"""Proper names: they are the same in every language."""

_COUNTED = re.compile(r"(US-?\w*) (\d+)>=(\d+) in (\d+) h")
EMERGENCY = "STATE_OF_EMERGENCY"
"""The code of a state of emergency: it refuses in every mode."""

_CODES: MappingProxyType[str, str] = MappingProxyType(
    {
        "OUTSIDE_HOURS": marked("Outside calling hours"),
        "DAY_BAN": marked("No calls on this day of the week"),
        "HOLIDAY": marked("Holiday"),
        EMERGENCY: marked("State of emergency"),
        "NO_RULES_FOR": marked("No rules are known of this place"),
        "ATTEMPT_CAP": marked("Tried as often as is allowed"),
        "COOLDOWN_AFTER_CONVERSATION": marked("Rest after a conversation"),
        "COOLDOWN_AFTER_ABANDON": marked("Rest after an abandoned call"),
        "DNC_INTERNAL": marked("Asked not to be called"),
        "DNC_NATIONAL": marked("On the national do-not-call list"),
        "DNC_LIST_STALE": marked("The national list is older than 31 days, or there is none"),
        "WRONG_NUMBER": marked("Wrong number"),
        "LITIGATOR": marked("Litigator"),
        "NO_CONSENT": marked("No consent is known"),
        "RND_CHECK_REQUIRED": marked("Not checked against the reassigned numbers database"),
        "NANP_INVALID_FORMAT": marked("Not a number of the United States"),
        "NON_US_COUNTRY_CODE": marked("A number of another country"),
        "NON_US_NANP": marked("A number of Canada or the Caribbean"),
        "NPA_NON_GEOGRAPHIC": marked("Toll-free, premium or personal: it belongs to no place"),
        "abandonment_headroom": marked("Too few drops left"),
        "abandonment_one_line": marked("Abandonment 2.5 %"),
        "abandonment_no_overdialing": marked("Abandonment 2.9 %"),
        "NPA_UNASSIGNED": marked("Its area code is not in use"),
    }
)


def short_name(jurisdiction: str) -> str:
    """`FL` of `US-FL`."""
    return jurisdiction.removeprefix("US-")


def state_name(jurisdiction: str) -> str:
    """`Florida` of `US-FL`; what has no name here is shown as it is."""
    return STATE_NAMES.get(short_name(jurisdiction), jurisdiction)


def zone_name(zone: str) -> str:
    """`New York` of `America/New_York`."""
    return zone.rpartition("/")[2].replace("_", " ")


def reason_words(code: str) -> str:
    """A failed rule's code for people."""
    return tr(_CODES[code]) if code in _CODES else code


def detail_words(detail: str) -> str:
    """What a failed rule found, for people: `FL 3 of 3 in 24 h` of `US-FL 3>=3 in 24 h`; the rest as it is."""
    counted = _COUNTED.fullmatch(detail)
    if counted is None:
        return detail
    said = tr("{state} {counted} of {cap} in {hours} h")
    state, used, cap, hours = counted.groups()
    return said.format(state=short_name(state), counted=used, cap=cap, hours=hours)


def rule_words(rule: DecidingRule) -> str:
    """`Outside calling hours: US-FL 08:00-20:00`."""
    said = reason_words(rule.code)
    return f"{said}: {detail_words(rule.detail)}" if rule.detail else said


def standing_of(zone: CallableZone, now: Instant) -> Standing:
    """How a zone stands at an instant of the window's, until the next answer comes."""
    if zone.is_open:
        return "closes" if zone.until is not None and zone.until - now <= SOON else "open"
    if zone.until is not None and zone.until - now <= SOON:
        return "opens"
    return "banned" if zone.banned_today else "closed"


_WORST_LAST: tuple[Standing, ...] = ("open", "closes", "opens", "closed", "banned")


def state_standing(state: CallableState, now: Instant) -> Standing:
    """How a state stands: as the worse of its zones."""
    return max((standing_of(zone, now) for zone in state.zones), key=_WORST_LAST.index)


def clock_at(zone: CallableZone, moment: Instant) -> str:
    """`Tue 08:00` on the zone's own clock; for an instant whose offset is known it is that of the instant."""
    for known, local in (
        (zone.next_opening, zone.next_opening_local),
        (zone.next_closing, zone.next_closing_local),
    ):
        if known == moment and local is not None:
            return f"{local:%a %H:%M}"
    return f"{moment.astimezone(zone.local_time.tzinfo):%a %H:%M}"


def local_clock(zone: CallableZone, asked_at: Instant, now: Instant) -> str:
    """What the zone's clock shows: the answer's, counted on."""
    return f"{zone.local_time + (now - asked_at):%H:%M}"


def viewer_clock(moment: Instant, viewer: ZoneInfo | None = None) -> str:
    """`Tue 14:00` on the viewer's own clock."""
    return f"{moment.astimezone(viewer):%a %H:%M}"


def change_words(zone: CallableZone) -> str:
    """`until Tue 20:59 there, Tue 14:59 here`; what is not in sight is said as such."""
    if zone.until is None:
        return tr("no end in sight") if zone.is_open else tr("no opening in sight; somebody has to look")
    here = viewer_clock(zone.until)
    there = clock_at(zone, zone.until)
    said = tr("until {there} there, {here} here") if zone.is_open else tr("opens {there} there, {here} here")
    return said.format(there=there, here=here)


def since_words(zone: CallableZone) -> str:
    """Since when it stands so, on both clocks; empty if that is not known."""
    if zone.since is None:
        return ""
    said = tr("since {there} there, {here} here")
    return said.format(there=clock_at(zone, zone.since), here=viewer_clock(zone.since))


def countdown_words(zone: CallableZone, now: Instant) -> str:
    """`closes in 3:12:05`."""
    if zone.until is None:
        return ""
    left = max(0, (zone.until - now) // timedelta(seconds=1))
    clock = f"{left // 3_600}:{left // 60 % 60:02}:{left % 60:02}"
    said = tr("closes in {time}") if zone.is_open else tr("opens in {time}")
    return said.format(time=clock)


def tile_hint(state: CallableState, asked_at: Instant, now: Instant) -> str:
    """One tile in one sentence, for the tooltip and for who hears the screen."""
    parts = [
        f"{zone_name(zone.zone)} {local_clock(zone, asked_at, now)}: {tr(WORDS[standing_of(zone, now)])}, "
        + change_words(zone)
        for zone in state.zones
    ]
    return f"{state_name(state.jurisdiction)}. " + ". ".join(parts)
