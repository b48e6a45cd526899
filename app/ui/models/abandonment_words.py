"""How campaigns stand against the 3 %, in words, columns and a CSV text. No widget."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from app.engine.abandonment import MARKS as STAGE_MARKS
from app.engine.abandonment import MOST_PERCENT
from app.ui.models.rows_model import RowColumn
from app.ui.models.wording import count
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import Tone
from app.wire.abandonment import AbandonmentDetail, AbandonmentPage, CampaignAbandonment, PeriodFigure
from app.wire.feed import Abandonment, WorstCampaign

LAW_PERCENT = float(MOST_PERCENT)
MARKS = tuple(sorted(mark / 100 for _, mark in STAGE_MARKS))
"""From where on a stage holds, in percent of live answers."""

OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageWords:
    """A stage as it is shown: never by its colour alone."""

    name: str
    icon: str
    tone: Tone
    does: str


STAGES: MappingProxyType[str, StageWords] = MappingProxyType(
    {
        "normal": StageWords(
            name=marked("Under 2 %"),
            icon="check-circle-outline",
            tone="ok",
            does=marked("Batches go out as long as what is in flight cannot pass 3 %."),
        ),
        "alarm": StageWords(
            name=marked("Alarm, 2 %"),
            icon="bell-alert-outline",
            tone="warn",
            does=marked("An alert stands. From 2.5 % on an agent gets one contact at a time."),
        ),
        "one_line": StageWords(
            name=marked("One line, 2.5 %"),
            icon="numeric-1-circle-outline",
            tone="warn",
            does=marked(
                "A predictive batch has one contact. From 2.9 % on nothing goes out beyond what an agent can take."
            ),
        ),
        "no_overdialing": StageWords(
            name=marked("No over-dialing, 2.9 %"),
            icon="cancel",
            tone="danger",
            does=marked("Nothing goes out beyond what an agent can take until the share falls."),
        ),
        OVER: StageWords(
            name=marked("Over 3 %"),
            icon="alert-octagon",
            tone="danger",
            does=marked("The law's 3 % is passed. Nothing goes out beyond what an agent can take until it falls."),
        ),
    }
)

BASES: MappingProxyType[str, str] = MappingProxyType(
    {
        "greeting": marked("Two seconds from the end of the greeting"),
        "answer": marked("Two seconds from the answer: the dialer tells of no greeting"),
        "both": marked("Two seconds from the end of the greeting where the dialer tells of it, else from the answer"),
    }
)

RULE = marked(
    "At most 3 % of the calls that a person answers may be left without an agent two seconds after the greeting, in "
    "each campaign and 30 days. Machines, busy lines and calls nobody answers count in neither."
)
CITATION = "16 CFR 310.4(b)(1)(iv), (b)(4)(i) · 47 CFR 64.1200(a)(7)"

HOLD_WORDS: MappingProxyType[str, str] = MappingProxyType(
    {
        "abandonment_one_line": marked("2.5 % reached"),
        "abandonment_no_overdialing": marked("2.9 % reached"),
        "abandonment_headroom": marked("too few drops left"),
    }
)


def percent(abandoned: int, live: int) -> str:
    """`2.61 %`, a dash without a live answer. Two decimals, cut off: 2.896 must not read as the mark at 2.9."""
    if live <= 0:
        return "–"
    whole, hundredths = divmod(abandoned * 10_000 // live, 100)
    return f"{whole}.{hundredths:02} %"


def figure_words(figure: PeriodFigure | Abandonment) -> str:
    """`2.61 %  (53 of 2,040)`."""
    share = percent(figure.abandoned, figure.live)
    said = tr("{share} ({abandoned} of {live})")
    return (
        said.format(share=share, abandoned=count(figure.abandoned), live=count(figure.live)) if figure.live else share
    )


def gate_of(one: CampaignAbandonment) -> PeriodFigure:
    """The worse of the two thirty-day figures."""
    return one.period if one.gate == "period" else one.rolling


def stage_key(stage: str, abandoned: int, live: int) -> str:
    """The stage, and that 3 % is passed, which is the law's own mark."""
    return OVER if 100 * abandoned > 3 * live else stage


def stage_words(one: CampaignAbandonment) -> StageWords:
    """How a campaign's stage is shown."""
    gate = gate_of(one)
    return STAGES[stage_key(one.stage, gate.abandoned, gate.live)]


def worst_words(worst: WorstCampaign) -> StageWords:
    """The same for the campaign that the floor's strip names."""
    return STAGES[stage_key(worst.stage, worst.abandoned, worst.live)]


def campaign_name(name: str | None) -> str:
    """A campaign's name; calls of none have words of their own."""
    return tr("Without a campaign") if name is None else name


def share_of(one: CampaignAbandonment) -> float:
    """The gating share in percent, 0 without a live answer."""
    gate = gate_of(one)
    return 100 * gate.abandoned / gate.live if gate.live > 0 else 0.0


def mode_sentence(one: CampaignAbandonment) -> str:
    """What the stage does, or that it only warns here and what to do about it."""
    if one.mode == "enforce" and one.stage == "normal" and not one.drops_left:
        return tr("One contact for each free agent so far: the first drop needs 34 live answers.")
    if one.mode == "enforce":
        return tr(stage_words(one).does)
    return tr(
        "The rules only warn here, so batches go out whole. To hold them back, let the rules refuse: Calling hours."
    )


def family_sentence(one: CampaignAbandonment) -> str:
    """Which campaigns are counted together; empty for one that stands alone."""
    others = [member.name for member in one.members if member.id != one.id]
    return tr("Counted together with {names}, split from it").format(names=", ".join(others)) if others else ""


def day_text(day: date) -> str:
    """`24 Nov 2026`, in the order of ISO: sorted as it reads."""
    return day.isoformat()


def span_text(figure: PeriodFigure) -> str:
    """From which day to which."""
    return f"{day_text(figure.first_day)} – {day_text(figure.last_day)}"


def abandonment_columns() -> tuple[RowColumn[CampaignAbandonment], ...]:
    """Who, the stage, the way to 3 %, the three figures, and what is left."""
    return (
        RowColumn(
            id="campaign",
            title=tr("Campaign"),
            width=150,
            stretch=True,
            strong=True,
            text=lambda one: campaign_name(one.campaign),
            hint=lambda one: family_sentence(one) or campaign_name(one.campaign),
        ),
        RowColumn(
            id="stage",
            title=tr("Stage"),
            width=168,
            text=lambda one: tr(stage_words(one).name),
            icon=lambda one: stage_words(one).icon,
            tone=lambda one: stage_words(one).tone,
            hint=mode_sentence,
            order=share_of,
        ),
        RowColumn(id="bar", title=tr("Towards 3 %"), width=132, text=gate_percent, hint=_bar_hint, order=share_of),
        *_figure_columns(),
        RowColumn(
            id="left",
            title=tr("Drops left"),
            width=92,
            right=True,
            text=lambda one: count(one.drops_left),
            tone=lambda one: "text" if one.drops_left else "warn",
            hint=lambda one: tr("%Ln more answered calls may be dropped before 3 %", "", one.drops_left),
            order=lambda one: one.drops_left,
        ),
    )


def _figure_columns() -> tuple[RowColumn[CampaignAbandonment], ...]:
    def tone_of(name: str) -> Callable[[CampaignAbandonment], Tone]:
        return lambda one: "text" if one.gate == name else "muted"

    return (
        RowColumn(
            id="period",
            title=tr("This period"),
            width=146,
            right=True,
            text=lambda one: figure_words(one.period),
            hint=lambda one: span_text(one.period),
            tone=tone_of("period"),
        ),
        RowColumn(
            id="rolling",
            title=tr("Last 30 days"),
            width=146,
            right=True,
            text=lambda one: figure_words(one.rolling),
            hint=lambda one: span_text(one.rolling),
            tone=tone_of("rolling"),
        ),
        RowColumn(
            id="today",
            title=tr("Today"),
            width=124,
            right=True,
            text=lambda one: figure_words(one.today),
            tone=lambda _: "muted",
        ),
    )


def gate_percent(one: CampaignAbandonment) -> str:
    """The gating share in words."""
    return percent(gate_of(one).abandoned, gate_of(one).live)


def _bar_hint(one: CampaignAbandonment) -> str:
    said = tr("{share} of the 3 % that the law allows; marks at 2, 2.5 and 2.9 %")
    return said.format(share=gate_percent(one))


def held_facts(detail: AbandonmentDetail) -> list[tuple[str, ...]]:
    """When batches were cut: time, agent, how many of how many, why."""
    return [
        (
            f"{one.last_at:%Y-%m-%d %H:%M} UTC",
            one.agent,
            tr("{given} of {asked}").format(given=one.given, asked=one.asked),
            count(one.times),
            tr(HOLD_WORDS[one.code]) if one.code in HOLD_WORDS else one.sentence,
        )
        for one in detail.held
    ]


def day_shares(detail: AbandonmentDetail) -> list[tuple[float | None, str]]:
    """Each day's share in percent, None where nobody answered, and what a person reads of it."""
    nobody = tr("nobody answered")
    return [
        (
            100 * one.abandoned / one.live if one.live > 0 else None,
            f"{day_text(one.first_day)}: {figure_words(one) if one.live else nobody}",
        )
        for one in detail.days
    ]


def past_facts(one: CampaignAbandonment) -> list[tuple[str, ...]]:
    """The period that runs, then those that are over, the last one first."""
    current = (span_text(one.period), tr("{figure}, running").format(figure=figure_words(one.period)))
    return [current, *((span_text(past), figure_words(past)) for past in one.past)]


def csv_text(page: AbandonmentPage) -> str:
    """Every campaign's figures and past periods, a line each; no name can run as a formula in a spreadsheet."""
    head = ("campaign", "figure", "first_day", "last_day", "time_zone", "live_answers", "abandoned", "percent")
    lines = [",".join(head)]
    for one in page.campaigns:
        figures = (("period", one.period), ("rolling", one.rolling), *(("period", past) for past in one.past))
        lines += [_line(one, name, figure, page.time_zone) for name, figure in figures]
    return "\r\n".join(lines) + "\r\n"


def _line(one: CampaignAbandonment, name: str, figure: PeriodFigure, zone: str) -> str:
    share = f"{100 * figure.abandoned / figure.live:.2f}" if figure.live > 0 else ""
    days = (figure.first_day.isoformat(), figure.last_day.isoformat())
    return ",".join(_cells((one.campaign or "", name, *days, zone, str(figure.live), str(figure.abandoned), share)))


def _cells(values: Iterable[str]) -> Iterable[str]:
    for value in values:
        safe = f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
        yield '"' + safe.replace('"', '""') + '"' if any(sign in safe for sign in ',"\r\n') else safe
